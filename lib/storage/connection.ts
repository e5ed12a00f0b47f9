import { Dexie } from 'dexie';
import { codeOf, problem, type StorageProblem } from './failure.ts';
import { latestVersion, type Migration } from './migrations/registry.ts';
import type { LossInfo, StorageCode, StoreState, Unsubscribe } from './store-types.ts';
import { type Database, databaseOf } from './tables.ts';

/** Pauses between tries to open: bounded, because a broken profile stays broken (faults.md F16, F17). */
export const HEAL_DELAYS_MS = [100, 400, 1600] as const;
const BLOCKED_AFTER_MS = 1000;
/** Codes that another try cannot change. */
const HOPELESS: ReadonlySet<StorageCode> = new Set(['not-allowed', 'read-only-newer', 'upgrade-failed']);
/** A caller with a capture in hand cannot wait for an opening that hangs; the opening itself goes on. */
const OPEN_LIMIT_MS = 5000;

export type ConnectionOptions = Readonly<{
  name: string;
  migrations: readonly Migration[];
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  delay: (ms: number) => Promise<void>;
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

  const make = (): Dexie => {
    const given = options.indexedDB === undefined ? {} : { indexedDB: options.indexedDB };
    const range = options.IDBKeyRange === undefined ? {} : { IDBKeyRange: options.IDBKeyRange };
    return new Dexie(options.name, {
      chromeTransactionDurability: 'strict',
      autoOpen: false,
      cache: 'disabled',
      ...given,
      ...range,
    });
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
    dexie.on('blocked', () => {
      void options.delay(BLOCKED_AFTER_MS).then(() => {
        if (!dexie.isOpen() && state.kind === 'opening') settle({ kind: 'blocked' });
      });
      return false;
    });
    dexie.on('close', () => {
      // Also fires when we close ourselves; then `current` is somebody else already.
      if (current?.dexie !== dexie) return;
      current = null;
      settle({ kind: 'terminated' });
    });
  };

  /** Dexie would open a newer database silently, and even patch its schema: look first. */
  const storedVersion = async (): Promise<number> => {
    const factory = options.indexedDB ?? globalThis.indexedDB;
    if (typeof factory?.databases !== 'function') return 0;
    const known = await factory.databases().catch(() => []);
    return Math.floor((known.find(({ name }) => name === options.name)?.version ?? 0) / 10);
  };

  const openReadOnly = async (why: 'newer' | 'upgrade-failed'): Promise<void> => {
    const dexie = make();
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
    if ((await storedVersion()) > ours) return openReadOnly('newer');
    const dexie = make();
    for (const { define } of options.migrations) define(dexie);
    watch(dexie);
    let upgrading = false;
    dexie.on('blocked', () => {
      upgrading = true;
    });
    try {
      await dexie.open();
    } catch (error) {
      dexie.close({ disableAutoOpen: true });
      const before = await storedVersion();
      // The old version is still there, so it was our upgrade that failed and was rolled back.
      if (!finished && codeOf(error) !== 'unavailable' && before > 0 && before < ours)
        return openReadOnly('upgrade-failed');
      throw error;
    }
    if (Math.floor(dexie.backendDB().version / 10) > ours) {
      dexie.close({ disableAutoOpen: true });
      return openReadOnly('newer');
    }
    if (upgrading && state.kind === 'blocked') settle({ kind: 'opening' });
    const db = databaseOf(dexie);
    loss = await options.start(db);
    current = db;
    settle({ kind: 'open', loss });
  };

  const openWithHealing = async (tries: readonly number[]): Promise<void> => {
    for (let round = 0; ; round += 1) {
      try {
        return await openOnce();
      } catch (error) {
        if (finished) return;
        const code = codeOf(error);
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
    if (code === 'disk-full' || code === 'terminated') {
      if (current === db) drop();
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
      if (current === db) drop();
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
      const result = await attempt(db, work);
      if (state.kind === 'disk-full') settle({ kind: 'open', loss });
      return result;
    },
  };
}

function isFull(code: StorageCode | null): code is 'disk-full' | 'blob-write-failed' | 'quota' {
  return code === 'disk-full' || code === 'blob-write-failed' || code === 'quota';
}

function isDeadAtStart(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'DatabaseClosedError' ||
      (error.name === 'InvalidStateError' && codeOf(error) === 'terminated'))
  );
}

function failureDetails(error: unknown): object {
  if (!(error instanceof Error) || error.name !== 'StorageProblem' || !('failure' in error)) return {};
  const { ok: _ok, code: _code, ...details } = error.failure as Record<string, unknown>; // as: made by problem()
  return details;
}
