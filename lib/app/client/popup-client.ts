import { createPopupSession } from './popup-session.ts';
import type { PopupClient, PopupPort } from './popup-session.ts';

export type { PopupClient } from './popup-session.ts';

type Runtime = Readonly<{
  sendMessage(message: unknown): Promise<unknown>;
  connect(info: { name: string }): PopupPort;
}>;

/** Both browsers' own API answers with promises here, so the popup goes without the polyfill and its 3 KB (decision 0007). */
function ownRuntime(): Runtime {
  const scope = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } }; // as: what browsers put there
  const runtime = (scope.browser ?? scope.chrome)?.runtime;
  if (!runtime) throw new Error('This page is not running inside the extension.');
  return runtime;
}

/** The popup's client in a real browser. Call `start()` before anything else is loaded. */
export function createPopupClient(): PopupClient {
  const runtime = ownRuntime();
  return createPopupSession({
    send: (message) => runtime.sendMessage(message),
    connect: (name) => runtime.connect({ name }),
    newId: () => crypto.randomUUID(),
    clickedAt: () => performance.timeOrigin,
  });
}
