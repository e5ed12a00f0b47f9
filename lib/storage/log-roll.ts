import { problem } from './failure.ts';
import type { TornLog } from './store-options.ts';
import type { Database, NoiseRow } from './tables.ts';

/**
 * LevelDB begins a new log file when its 4 MB of memory are full, and forgets the old one as soon as that memory is in
 * a table. It waits for this at the latest when the memory is full a second time: hence more than twice 4 MB.
 */
const ROWS = 150;
const ROWS_AT_ONCE = 15;
/** Below the 64 KB from which the browser keeps a value in a file of its own, past the log. */
const ROW_BYTES = 60_000;
/** Room for the noise in the log, in a table, and while tables are merged. */
export const ROLL_NEEDS_BYTES = 32_000_000;

export type LogRoll = Readonly<{
  /** A write broke off: from now on the browser's own log may end in half a record. */
  torn(): void;
  /** Reads what an earlier run noted. */
  recall(): Promise<void>;
  /** Makes the log fit for writing if it is not; throws `disk-full` when there is no room for that. */
  roll(db: Database): Promise<void>;
}>;

/**
 * Chromium appends to the log file that it finds, behind half a record too, and then takes the whole database for
 * corrupt at the next start. So nothing of ours is appended before the noise has moved the log to a new file.
 */
export function createLogRoll(kept: TornLog | undefined, random: (bytes: number) => Uint8Array): LogRoll {
  let due = false;
  let noted = false;
  let rolling: Promise<void> | null = null;

  const note = async (torn: boolean): Promise<void> => {
    // Fails while the disk is full; tried again with the next roll.
    noted = await (kept?.write(torn) ?? Promise.resolve()).then(
      () => torn,
      () => false,
    );
  };

  const run = async (db: Database): Promise<void> => {
    if (!noted) await note(true);
    const free = (await kept?.free().catch(() => null)) ?? null;
    // Half a roll would be the very thing it is to prevent: more behind the torn end.
    if (free !== null && free < ROLL_NEEDS_BYTES) throw problem('disk-full');
    const { meta } = db.t;
    const keys = Array.from({ length: ROWS }, (_, n): NoiseRow['key'] => `noise:${n}`);
    for (let from = 0; from < ROWS; from += ROWS_AT_ONCE) {
      const rows = keys.slice(from, from + ROWS_AT_ONCE).map((key) => ({ key, noise: random(ROW_BYTES) }));
      await meta.bulkPut(rows);
    }
    await meta.bulkDelete(keys);
    due = false;
    await note(false);
  };

  return {
    torn: () => {
      if (kept === undefined || due) return;
      due = true;
      noted = false;
      void note(true);
    },
    recall: async () => {
      if (due || (await kept?.read().catch(() => false)) !== true) return;
      due = true;
      noted = true;
    },
    roll: async (db) => {
      if (!due) return;
      rolling ??= run(db).finally(() => {
        rolling = null;
      });
      await rolling;
    },
  };
}
