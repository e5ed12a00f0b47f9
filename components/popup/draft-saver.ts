import type { Done } from '../../lib/app/client/protocol.ts';

export type SaveState = 'idle' | 'dirty' | 'saved' | 'failed';

export type DraftSaver = Readonly<{
  /** The text changed. */
  touch(text: string): void;
  /** Sends what is unsent without waiting; for the moment the popup goes away. */
  flush(): void;
  /** Forgets what is unsent: somebody else carries it from here. */
  drop(): void;
}>;

/** The promise is at most 300 ms of lost keys; the rest is the way to the disk. */
const WAIT_MS = 120;
const RETRY_MS = 500;

/**
 * Saves while typing: counted from the first unsaved key, not the last, so that somebody who types without a pause is
 * saved too.
 */
export function createDraftSaver(deps: {
  save: (text: string) => Promise<Done>;
  onState: (state: SaveState, code: string | null) => void;
  /** Runs something later; returns how to call it off. */
  later: (run: () => void, ms: number) => () => void;
}): DraftSaver {
  let unsent: string | null = null;
  let callOff: (() => void) | null = null;
  let turn = 0;

  function plan(ms: number): void {
    callOff ??= deps.later(() => {
      callOff = null;
      void send();
    }, ms);
  }
  async function send(): Promise<void> {
    if (unsent === null) return;
    const text = unsent;
    unsent = null;
    turn += 1;
    const mine = turn;
    const done = await deps.save(text);
    if (mine !== turn) return; // A later text is on its way; its outcome is the one that counts.
    if (done.ok) {
      if (unsent === null) deps.onState('saved', null);
      return;
    }
    unsent ??= text;
    deps.onState('failed', done.code);
    plan(RETRY_MS);
  }
  return {
    touch(text) {
      unsent = text;
      deps.onState('dirty', null);
      plan(WAIT_MS);
    },
    flush() {
      callOff?.();
      callOff = null;
      void send();
    },
    drop() {
      callOff?.();
      callOff = null;
      unsent = null;
      turn += 1;
    },
  };
}
