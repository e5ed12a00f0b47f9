// Functions that run in a page of the extension: each stands alone, because only its source text gets there.
import type { Evaluate } from '../browser/evaluate.ts';

/** What a page of ours has asked the background to record so far. */
export interface CapturesSoFar {
  readonly sent: readonly string[];
  /** Acknowledged: the background said that it is on disk. */
  readonly acked: readonly { readonly id: string; readonly picture: boolean }[];
  /** Every other answer, by its state. */
  readonly others: Readonly<Record<string, number>>;
}

interface Running {
  sent: string[];
  acked: { id: string; picture: boolean }[];
  others: Record<string, number>;
}

function begin(parallel: number): void {
  if (Reflect.has(window, 'casebookLab')) return;
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  const running: Running = { sent: [], acked: [], others: {} };
  Reflect.set(window, 'casebookLab', running);
  const one = async () => {
    for (;;) {
      const id = crypto.randomUUID();
      running.sent.push(id);
      let state = 'no answer';
      try {
        const view = await api.runtime.sendMessage({ verb: 'popup.opened', captureId: id });
        state = String(view?.state ?? view?.code);
        if (state === 'recorded' && view.captureId === id)
          running.acked.push({ id, picture: view.picture.state === 'present' });
      } catch {
        // The background was stopped before it answered: not acknowledged.
        await new Promise((done) => setTimeout(done, 50));
      }
      if (state !== 'recorded') running.others[state] = (running.others[state] ?? 0) + 1;
    }
  };
  for (let n = 0; n < parallel; n += 1) void one();
}

function soFar(): CapturesSoFar {
  const { sent, acked, others } = Reflect.get(window, 'casebookLab') as Running; // as: set by begin()
  return { sent: [...sent], acked: [...acked], others: { ...others } };
}

function sendOne(id: string): Promise<unknown> {
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  return api.runtime.sendMessage({ verb: 'popup.opened', captureId: id });
}

function wake(): Promise<unknown> {
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  return api.runtime.sendMessage({ verb: 'background.wake' });
}

/** Records without pause, so many at a time, until the browser or the background is killed. */
export const startCaptures = (evaluate: Evaluate, parallel: number): Promise<void> =>
  evaluate(begin, parallel);
export const capturesSoFar = (evaluate: Evaluate): Promise<CapturesSoFar> => evaluate(soFar);
/** One capture by message, as a popup asks for it; the background's answer. */
export const captureOnce = (evaluate: Evaluate, id: string): Promise<unknown> => evaluate(sendOne, id);
/** Lets the background finish what was interrupted, as the log page does when it opens. */
export const wakeBackground = (evaluate: Evaluate): Promise<unknown> => evaluate(wake);
