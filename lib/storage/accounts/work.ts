import type { Damage } from '../quarantine.ts';
import { problem } from '../failure.ts';
import type { Database, GenTables } from '../tables.ts';
import type { ProgressOptions } from '../types/progress.ts';
import { changeRows, readMarker, type RowChange } from './change-rows.ts';
import type { Making } from './make-row.ts';
import type { AccountTables } from './tables.ts';

export type FollowOptions = Making & ProgressOptions;

/** One following of one generation. */
export type Work = Readonly<{
  db: Database;
  gen: GenTables;
  tables: AccountTables;
  token: string;
  options: FollowOptions;
  damaged: (damage: Damage) => void;
  /** To be awaited between two accounts: the screen is given back. */
  breathe: () => Promise<void>;
}>;

/** Not of the ledgers: a capture that comes meanwhile does not wait for it. */
export function commit({ db, tables, token }: Work, change: RowChange): Promise<boolean> {
  return Promise.resolve(
    db.dexie.transaction('rw', [tables.rows, tables.notes], async () => changeRows(tables, token, change)),
  );
}

/** Number of the last change; what is read after it and written before the next one is right. */
export async function changeOf({ tables }: Work): Promise<number> {
  const marker = await readMarker(tables);
  if (marker === null) throw problem('aborted');
  return marker.change;
}
