import { holdPort, POPUP_PORT } from './popup-port.ts';
import type { HeldPort, PopupPort } from './popup-port.ts';
import type { RequestOf } from './protocol.ts';

/** The part of the browser that the popup's first words need. */
export type Speaking = Readonly<{
  sendMessage(message: unknown): Promise<unknown>;
  connect(info: { name: string }): PopupPort;
}>;

/**
 * What the popup said before anything else of it was there, and the answer to come. `port`: by which the background tells it
 * more and hears of its end; null where none was to be had.
 */
export type FirstMessage = Readonly<{
  captureId: string;
  answer: Promise<unknown>;
  port: HeldPort | null;
}>;

/** Where this page keeps it: the two scripts of the popup that need it share no module. */
const PLACE = 'casebookFirstMessage';

/** Both browsers' own API answers with promises here, so the popup goes without the polyfill and its 3 KB (decision 0007). */
export function ownRuntime(): Speaking {
  type Scope = { browser?: { runtime: Speaking }; chrome: { runtime: Speaking } };
  const scope = globalThis as unknown as Scope; // as: what browsers put there
  return (scope.browser ?? scope.chrome).runtime;
}

/** Says that the popup was opened, once per page; whoever comes later gets what was said. */
export function sayOpened(runtime: Speaking): FirstMessage {
  const page = globalThis as { [PLACE]?: FirstMessage }; // as: nobody else writes there
  const said = page[PLACE];
  if (said) return said;
  const captureId = crypto.randomUUID();
  const clickedAt = Math.round(performance.timeOrigin);
  const message: Omit<RequestOf<'popup.opened'>, 'captureId'> & { captureId: string } = {
    verb: 'popup.opened',
    captureId,
    clickedAt,
  };
  const answer = send(runtime, message);
  // Whoever waits for it hears of a failure; until then nobody does.
  answer.catch(() => undefined);
  const first = { captureId, answer, port: portOf(runtime, captureId) };
  page[PLACE] = first;
  return first;
}

/** A browser that refuses at once fails like one that refuses later. */
async function send(runtime: Speaking, message: unknown): Promise<unknown> {
  return runtime.sendMessage(message);
}

function portOf(runtime: Speaking, captureId: string): HeldPort | null {
  try {
    return holdPort(runtime.connect({ name: POPUP_PORT + captureId }));
  } catch {
    return null;
  }
}
