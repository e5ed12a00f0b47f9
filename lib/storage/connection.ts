import type { Dexie } from 'dexie';
import { codeOf, failureDetails, isDeadAtStart, isFull, isProblem, problem } from './failure.ts';
import { openerOf, type OpeningOptions } from './opening.ts';
import type { Database } from './tables.ts';
import type { LossInfo, StoreState, Unsubscribe } from './types/life.ts';
import type { StorageCode } from './types/storage-failure.ts';
import { createVisibleState, refusalIn } from './visible-state.ts';

/** Pauses between tries to open: bounded, because a broken profile stays broken (faults.md F16, F17). */
export const HEAL_DELAYS_MS = [100, 400, 1600] as const;
/** Codes that another try cannot change. */
const HOPELESS: ReadonlySet<StorageCode> = new Set(['not-allowed', 'read-only-newer', 'upgrade-failed']);
/** A caller with a capture in hand cannot wait for an opening that hangs; the opening itself goes on. */
const OPEN_LIMIT_MS = 5000;

export type Connection = Readonly<{
  state(): StoreState;
  setLoss(loss: LossInfo | null): void;
  subscribe(listener: (state: StoreState) => void): Unsubscribe;
  open(): Promise<StoreState>;
  reopen(): Promise<StoreState>;
  close(): void;
  read<T>(work: (db: Database) => Promise<T>): Promise<T>;
  write<T>(work: (db: Database) => Promise<T>): Promise<T>;
}>;

/** Owns the one database connection of this context and its life as visible state. Never deletes a database. */
export function createConnection(options: OpeningOptions): Connection {
  const visible = createVisibleState();
  const { settle, subscribe } = visible;
  let current: Database | null = null;
  let opening: Promise<void> | null = null;
  let finished = false;
  let loss: LossInfo | null = null;
  const { log } = options;

  const drop = (): void => {
    const dropped = current;
    current = null;
    dropped?.dexie.close({ disableAutoOpen: true });
  };

  /** The browser ended a connection in use: nobody knows how far its last write came. */
  const broken = (): void => {
    log.torn();
    drop();
  };

  const watch = (dexie: Dexie): void => {
    // Returning false keeps Dexie's own handler from reopening with the old schema (faults.md F12).
    dexie.on('versionchange', () => {
      finished = true;
      current = null;
      dexie.close({ disableAutoOpen: true });
      settle({ kind: 'closed-by-update' });
      return false;
    });
    dexie.on('close', () => {
      // Also fires when we close ourselves; then `current` is somebody else already.
      if (current?.dexie !== dexie) return;
      log.torn();
      current = null;
      settle({ kind: 'terminated' });
    });
  };

  const openOnce = openerOf(options, {
    begun: watch,
    blocked: () => {
      if (visible.get().kind === 'opening') settle({ kind: 'blocked' });
    },
    unblocked: () => {
      if (visible.get().kind === 'blocked') settle({ kind: 'opening' });
    },
    outdated: () => finished,
  });

  const openAndShow = async (): Promise<void> => {
    const opened = await openOnce();
    if (opened.state.kind !== 'read-only') loss = opened.loss;
    current = opened.db;
    settle(opened.state);
  };

  const openWithHealing = async (tries: readonly number[]): Promise<void> => {
    for (let round = 0; ; round += 1) {
      try {
        return await openAndShow();
      } catch (error) {
        if (finished) return;
        const code = codeOf(error);
        if (isFull(code)) log.torn();
        const wait = tries[round];
        if (code === null || HOPELESS.has(code) || wait === undefined) {
          settle(
            isFull(code) ? { kind: 'disk-full', code } : { kind: 'unavailable', code: code ?? 'unavailable' },
          );
          if (code === null) throw error;
          return;
        }
        await options.delay(wait);
      }
    }
  };

  const startOpening = (tries: readonly number[]): Promise<void> => {
    if (opening !== null) return opening;
    if (!['opening', 'terminated', 'disk-full'].includes(visible.get().kind)) settle({ kind: 'opening' });
    opening = openWithHealing(tries).finally(() => {
      opening = null;
    });
    return opening;
  };

  /** An open database, or the reason why not. Never waits for a blocked upgrade. */
  const acquire = async (): Promise<Database> => {
    if (finished) throw refusalIn(visible.get());
    if (visible.get().kind === 'blocked') throw problem('blocked');
    // After a failed round each further call makes a single try, so that nothing loops.
    const tries = visible.get().kind === 'unavailable' ? [] : HEAL_DELAYS_MS;
    let stop: Unsubscribe = () => undefined;
    const blocked = new Promise<never>((_, reject) => {
      stop = subscribe((next) => {
        if (next.kind === 'blocked') reject(problem('blocked'));
      });
    });
    const limit = options.delay(OPEN_LIMIT_MS).then(() => Promise.reject(problem('timeout')));
    limit.catch(() => undefined);
    try {
      await Promise.race([startOpening(tries), blocked, limit]);
    } finally {
      stop();
    }
    if (current === null) throw refusalIn(visible.get());
    return current;
  };

  const failed = (error: unknown, db: Database): never => {
    const code = codeOf(error);
    if (code === null) throw error;
    if (finished) throw problem('closed', {}, error);
    // Refused by ourselves for want of room: the connection is as good as before.
    if ((code === 'disk-full' && !isProblem(error)) || code === 'terminated') {
      if (current === db) broken();
      if (code === 'terminated') settle({ kind: 'terminated' });
    }
    if (isFull(code)) settle({ kind: 'disk-full', code });
    throw problem(code, failureDetails(error), error);
  };

  const attempt = async <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(db);
    } catch (error) {
      // A transaction that could not even begin may be begun again on a new connection.
      if (!isDeadAtStart(error) || finished) return failed(error, db);
      if (current === db) broken();
      settle({ kind: 'terminated' });
      const again = await acquire();
      return work(again).catch((second: unknown) => failed(second, again));
    }
  };

  return {
    state: visible.get,
    setLoss: (next) => {
      loss = next;
      if (visible.get().kind === 'open') settle({ kind: 'open', loss });
    },
    subscribe,
    open: async () => {
      if (current === null && !finished) await startOpening(HEAL_DELAYS_MS);
      return visible.get();
    },
    reopen: async () => {
      if (current === null && !finished) await startOpening(HEAL_DELAYS_MS);
      return visible.get();
    },
    close: () => {
      drop();
      if (!finished) settle({ kind: 'opening' });
    },
    // No await before `work` when already open: inside a live query only Dexie may be awaited.
    read: (work) => (current === null ? acquire().then((db) => attempt(db, work)) : attempt(current, work)),
    write: async (work) => {
      const db = current ?? (await acquire());
      const state = visible.get();
      if (state.kind === 'read-only') {
        throw problem(state.why === 'newer' ? 'read-only-newer' : 'upgrade-failed');
      }
      const result = await attempt(db, async (open) => {
        await log.roll(open);
        return work(open);
      });
      if (visible.get().kind === 'disk-full') settle({ kind: 'open', loss });
      return result;
    },
  };
}
