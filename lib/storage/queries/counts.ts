import { DAY, HOST, readTotals } from '../counters.ts';
import type { LogCounts } from '../types/log-view.ts';
import { activeTables, type Database } from '../tables.ts';

/** From the counters only: IndexedDB's own count() reads the whole index. */
export async function readCounts(db: Database): Promise<LogCounts> {
  const { all, trash, needsDetails, sinceBackup, backup } = await readTotals(await activeTables(db));
  if (backup === null) return { all, trash, needsDetails, sinceBackup, lastBackup: null };
  const { n: _n, ...lastBackup } = backup;
  return { all, trash, needsDetails, sinceBackup, lastBackup };
}

export async function readDays(db: Database): Promise<{ day: string; count: number }[]> {
  const days = await tallies(db, DAY);
  return days.map(([day, count]) => ({ day, count })).reverse();
}

export async function readHosts(db: Database): Promise<{ host: string; count: number }[]> {
  const hosts = await tallies(db, HOST);
  return hosts.map(([host, count]) => ({ host, count })).sort((left, right) => right.count - left.count);
}

async function tallies(db: Database, prefix: string): Promise<[string, number][]> {
  const gen = await activeTables(db);
  const rows = await gen.counters.where('key').startsWith(prefix).toArray();
  return rows.flatMap((row): [string, number][] =>
    'n' in row ? [[row.key.slice(prefix.length), row.n]] : [],
  );
}
