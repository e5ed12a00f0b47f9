import type { Dexie } from 'dexie';
import { codeOf, isProblem, problem } from './failure.ts';
import type { LogRoll } from './log-roll.ts';
import { latestVersion, type Migration } from './migrations/registry.ts';
import { newDexie, type Place, storedVersion, watchForBlock } from './open-database.ts';
import { type Database, databaseOf } from './tables.ts';
import type { LossInfo, StoreState } from './types/life.ts';

export type OpeningOptions = Place &
  Readonly<{
    migrations: readonly Migration[];
    log: LogRoll;
    /** Once per opened connection, before anyone else uses it. */
    start: (db: Database) => Promise<LossInfo | null>;
  }>;

export type OpeningWatch = Readonly<{
  /** Before it is opened: what happens to it from now on is somebody else's to see. */
  begun(dexie: Dexie): void;
  blocked(): void;
  unblocked(): void;
  /** A newer Casebook took over meanwhile. */
  outdated(): boolean;
}>;

export type Opened = Readonly<{ db: Database; loss: LossInfo | null; state: StoreState }>;

/** One try to open the database: writable, or read-only where only that is safe. Throws when it cannot be opened. */
export function openerOf(options: OpeningOptions, watch: OpeningWatch): () => Promise<Opened> {
  const { log } = options;
  const ours = latestVersion(options.migrations);

  const openReadOnly = async (why: 'newer' | 'upgrade-failed'): Promise<Opened> => {
    const dexie = newDexie(options);
    watch.begun(dexie);
    await dexie.open();
    try {
      return { db: databaseOf(dexie), loss: null, state: { kind: 'read-only', why } };
    } catch (error) {
      // A future schema without one of our tables: not even reading is possible.
      dexie.close({ disableAutoOpen: true });
      throw problem(why === 'newer' ? 'read-only-newer' : why, {}, error);
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

  return async () => {
    // Dexie would open a newer database silently, and even patch its schema: look first.
    if (Math.floor(await storedVersion(options)) > ours) return openReadOnly('newer');
    const dexie = newDexie(options);
    for (const { define } of options.migrations) define(dexie);
    watch.begun(dexie);
    watchForBlock(dexie, options, ours, watch.blocked);
    const recalled = log.recall();
    try {
      await dexie.open();
    } catch (error) {
      dexie.close({ disableAutoOpen: true });
      const before = Math.floor(await storedVersion(options));
      // The old version is still there, so it was our upgrade that failed and was rolled back.
      if (!watch.outdated() && codeOf(error) !== 'unavailable' && before > 0 && before < ours)
        return openReadOnly('upgrade-failed');
      throw error;
    }
    if (Math.floor(dexie.backendDB().version / 10) > ours) {
      dexie.close({ disableAutoOpen: true });
      return openReadOnly('newer');
    }
    watch.unblocked();
    const db = databaseOf(dexie);
    await recalled;
    try {
      const mended = await mend(db);
      const loss = await options.start(db);
      return { db, loss, state: mended ? { kind: 'open', loss } : { kind: 'disk-full', code: 'disk-full' } };
    } catch (error) {
      dexie.close({ disableAutoOpen: true });
      throw error;
    }
  };
}
