import type { Progress, Work } from '../export/source.ts';

/** What was made ahead is as old as this at most when it goes out: it says when it was written. */
const FRESH_MS = 5 * 60_000;

/** Whether what was made then may still go out now. */
export function isFresh(made: Date, now: Date): boolean {
  const age = now.getTime() - made.getTime();
  return age >= 0 && age <= FRESH_MS;
}

type Making<O, R> = {
  readonly order: O;
  readonly stop: AbortController;
  readonly result: Promise<R | null>;
  /** Nobody waits yet. */
  quiet: boolean;
  reached: Progress | null;
  tell: ((progress: Progress) => void) | undefined;
};

type MadeAhead<O, R> = Readonly<{
  /** Begins, without hurry, and drops what was begun for another order. */
  begin(order: O): void;
  /** What was begun for this very order, from now on with all speed; null where nothing was, or where it failed. */
  take(order: O, work: Work): Promise<R | null>;
  drop(): void;
}>;

/** One piece of work that is begun before anybody asks for it, because it will most likely be asked for. */
export function createMadeAhead<O, R>(
  make: (order: O, work: Work) => Promise<R>,
  same: (a: O, b: O) => boolean,
): MadeAhead<O, R> {
  let current: Making<O, R> | null = null;

  const drop = (): void => {
    current?.stop.abort();
    current = null;
  };

  return {
    begin(order) {
      if (current !== null && same(current.order, order)) return;
      drop();
      const stop = new AbortController();
      const work: Work = {
        signal: stop.signal,
        quiet: () => making.quiet,
        onProgress(progress) {
          making.reached = progress;
          making.tell?.(progress);
        },
      };
      const begun = Promise.resolve().then(() => make(order, work));
      // What fails here is made once more when it is asked for, and fails again where somebody hears of it.
      const result = begun.catch(() => null);
      const making: Making<O, R> = { order, stop, result, quiet: true, reached: null, tell: undefined };
      current = making;
    },
    async take(order, { signal, onProgress }) {
      const mine = current;
      if (mine === null || !same(mine.order, order)) return null;
      current = null;
      mine.quiet = false;
      mine.tell = onProgress;
      if (mine.reached !== null) onProgress?.(mine.reached);
      const stop = (): void => mine.stop.abort();
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop);
      try {
        return await mine.result;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    drop,
  };
}
