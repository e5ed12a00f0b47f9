import type { Dexie } from 'dexie';
import {
  codeOf,
  failureDetails,
  isDeadAtStart,
  isFull,
  isProblem,
  problem,
  type StorageProblem,
} from './failure.ts';
import type { LogRoll } from './log-roll.ts';
import { latestVersion, type Migration } from './migrations/registry.ts';
import { newDexie, type Place, storedVersion, watchForBlock } from './open-database.ts';
import type { LossInfo, StorageCode, StoreState, Unsubscribe } from './store-types.ts';
import { type Database, databaseOf } from './tables.ts';

/** Pauses between tries to open: bounded, because a broken profile stays broken (faults.md F16, F17). */
export const HEAL_DELAYS_MS = [100, 400, 1600] as const;
/** Codes that another try cannot change. */
const HOPELESS: ReadonlySet<StorageCode> = new Set(['not-allowed', 'read-only-newer', 'upgrade-failed']);
/** A caller with a capture in hand cannot wait for an opening that hangs; the opening itself goes on. */
const OPEN_LIMIT_MS = 5000;

export type ConnectionOptions = Place &
  Readonly<{
    migrations: readonly Migration[];
    log: LogRoll;
    /** Once per opened connection, before anyone else uses it. */
    start: (db: Database) => Promise<LossInfo | null>;
  }>;

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
export function createConnection(options: ConnectionOptions): Connection {
  let state: StoreState = { kind: 'opening' };
  let current: Database | null = null;
  let opening: Promise<void> | null = null;
  let finished = false;
  let loss: LossInfo | null = null;
  const listeners = new Set<(state: StoreState) => void>();
  const ours = latestVersion(options.migrations);
  const { log } = options;

  const settle = (next: StoreState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener(next);
  };

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

  const openReadOnly = async (why: 'newer' | 'upgrade-failed'): Promise<void> => {
    const dexie = newDexie(options);
    watch(dexie);
    await dexie.open();
    try {
      current = databaseOf(dexie);
    } catch (error) {
      // A future schema without one of our tables: not even reading is possible.
      dexie.close({ disableAutoOpen: true });
      throw problem(why === 'newer' ? 'read-only-newer' : why, {}, error);
    }
    settle({ kind: 'read-only', why });
  };

  const openOnce = async (): Promise<void> => {
    // Dexie would open a newer database silently, and even patch its schema: look first.
    if (Math.floor(await storedVersion(options)) > ours) return openReadOnly('newer');
    const dexie = newDexie(options);
    for (const { define } of options.migrations) define(dexie);
    watch(dexie);
    watchForBlock(dexie, options, ours, () => {
      if (state.kind === 'opening') settle({ kind: 'blocked' });
    });
    const recalled = log.recall();
    try {
      await dexie.open();
    } catch (error) {
      dexie.close({ disableAutoOpen: true });
      const before = Math.floor(await storedVersion(options));
      // The old version is still there, so it was our upgrade that failed and was rolled back.
      if (!finished && codeOf(error) !== 'unavailable' && before > 0 && before < ours)
        return openReadOnly('upgrade-failed');
      throw error;
    }
    if (Math.floor(dexie.backendDB().version / 10) > ours) {
      dexie.close({ disableAutoOpen: true });
      return openReadOnly('newer');
    }
    if (state.kind === 'blocked') settle({ kind: 'opening' });
    const db = databaseOf(dexie);
    await recalled;
    try {
      const mended = await mend(db);
      loss = await options.start(db);
      current = db;
      settle(mended ? { kind: 'open', loss } : { kind: 'disk-full', code: 'disk-full' });
    } catch (error) {
      dexie.close({ disableAutoOpen: true });
      throw error;
    }
  };

  /** False where there is no room to make the log fit for writing: what is there can still be read. */
  const mend = async (db: Database): Promise<boolean> => {
    try {
      await log.roll(db);
      return true;
    } catch (error) {
      if (isProblem(error)) return false;
      throw error;
    }
  };

  const openWithHealing = async (tries: readonly number[]): Promise<void> => {
    for (let round = 0; ; round += 1) {
      try {
        return await openOnce();
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
    if (state.kind !== 'opening' && state.kind !== 'terminated' && state.kind !== 'disk-full')
      settle({ kind: 'opening' });
    opening = openWithHealing(tries).finally(() => {
      opening = null;
    });
    return opening;
  };

  const refusal = (): StorageProblem => {
    switch (state.kind) {
      case 'closed-by-update':
        return problem('closed');
      case 'unavailable':
      case 'disk-full':
        return problem(state.code);
      case 'blocked':
        return problem('blocked');
      default:
        return problem('unavailable');
    }
  };

  /** An open database, or the reason why not. Never waits for a blocked upgrade. */
  const acquire = async (): Promise<Database> => {
    if (finished) throw refusal();
    if (state.kind === 'blocked') throw problem('blocked');
    // After a failed round each further call makes a single try, so that nothing loops.
    const tries = state.kind === 'unavailable' ? [] : HEAL_DELAYS_MS;
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
    if (current === null) throw refusal();
    return current;
  };

  const subscribe = (listener: (state: StoreState) => void): Unsubscribe => {
    listeners.add(listener);
    listener(state);
    return () => listeners.delete(listener);
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
    state: () => state,
    setLoss: (next) => {
      loss = next;
      if (state.kind === 'open') settle({ kind: 'open', loss });
    },
    subscribe,
    open: async () => {
      if (current === null && !finished) await startOpening(HEAL_DELAYS_MS);
      return state;
    },
    reopen: async () => {
      if (current === null && !finished) await startOpening(HEAL_DELAYS_MS);
      return state;
    },
    close: () => {
      drop();
      if (!finished) settle({ kind: 'opening' });
    },
    // No await before `work` when already open: inside a live query only Dexie may be awaited.
    read: (work) => (current === null ? acquire().then((db) => attempt(db, work)) : attempt(current, work)),
    write: async (work) => {
      const db = current ?? (await acquire());
      if (state.kind === 'read-only') {
        throw problem(state.why === 'newer' ? 'read-only-newer' : 'upgrade-failed');
      }
      const result = await attempt(db, async (open) => {
        await log.roll(open);
        return work(open);
      });
      if (state.kind === 'disk-full') settle({ kind: 'open', loss });
      return result;
    },
  };
}
