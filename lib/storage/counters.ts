import type { Instant } from '../domain/ledger/primitives.ts';
import type { GenTables, StoredIssue, Tally, Totals } from './tables.ts';

export const EMPTY_TOTALS: Totals = {
  key: 'totals',
  all: 0,
  trash: 0,
  needsDetails: 0,
  sinceBackup: 0,
  ledger: '',
  backup: null,
  nextRow: 1,
  freshWrites: 0,
  textsVersion: 0,
};

export const HOST = 'host:';
export const DAY = 'day:';

export async function readTotals(gen: GenTables): Promise<Totals> {
  const row = await gen.counters.get('totals');
  return row?.key === 'totals' && 'all' in row ? row : EMPTY_TOTALS;
}

/** Counters per host and day; null where there is no such row. */
export type Tallies = ReadonlyMap<string, number | null>;

export async function readTallies(gen: GenTables, keys: readonly string[]): Promise<Tallies> {
  if (keys.length === 0) return new Map();
  const rows = await gen.counters.bulkGet([...keys]);
  return new Map(
    keys.map((key, i) => {
      const row = rows[i];
      return [key, row !== undefined && 'n' in row ? row.n : null];
    }),
  );
}

/** The calendar day of a moment where it was recorded. */
export function localDay(at: Instant, offsetMin: number): string {
  return new Date(Date.parse(at) + offsetMin * 60_000).toISOString().slice(0, 10);
}

/** Collects what changing rows mean for the counters; nothing is ever counted by looking through the log. */
export type CounterChange = Readonly<{
  add(row: StoredIssue): void;
  remove(row: StoredIssue): void;
  /** Writes the changes; runs inside the caller's transaction. `known`: tallies that were read in it already. */
  flush(gen: GenTables, totals: Totals, known?: Tallies): Promise<Totals>;
}>;

export function createCounterChange(before: Totals): CounterChange {
  const sums = { all: 0, trash: 0, needsDetails: 0, sinceBackup: 0 };
  const tallies = new Map<string, number>();

  const change = (row: StoredIssue, by: 1 | -1): void => {
    if (row.t === 1) {
      sums.trash += by;
      return;
    }
    sums.all += by;
    if (row.d === 1) sums.needsDetails += by;
    if (isSinceBackup(row, before)) sums.sinceBackup += by;
    for (const key of [HOST + row.v.host, DAY + row.day]) tallies.set(key, (tallies.get(key) ?? 0) + by);
  };

  return {
    add: (row) => change(row, 1),
    remove: (row) => change(row, -1),
    flush: async (gen, totals, known = new Map()) => {
      const next = {
        ...totals,
        all: totals.all + sums.all,
        trash: totals.trash + sums.trash,
        needsDetails: totals.needsDetails + sums.needsDetails,
        sinceBackup: totals.sinceBackup + sums.sinceBackup,
      };
      const changed = [...tallies].filter(([, by]) => by !== 0);
      const unknown = changed.flatMap(([key]) => (known.has(key) ? [] : [key]));
      // Not even an await where all is known: the writes then go out together with the caller's others.
      const read = unknown.length === 0 ? known : await readTallies(gen, unknown);
      const puts: (Totals | Tally)[] = [next];
      const gone: string[] = [];
      for (const [key, by] of changed) {
        const n = (known.get(key) ?? read.get(key) ?? 0) + by;
        if (n === 0) gone.push(key);
        else puts.push({ key, n });
      }
      await Promise.all([gen.counters.bulkPut(puts), gone.length > 0 ? gen.counters.bulkDelete(gone) : null]);
      return next;
    },
  };
}

function isSinceBackup(row: StoredIssue, totals: Totals): boolean {
  return row.firstN > 0 && row.firstLedger === totals.ledger && row.firstN > (totals.backup?.n ?? 0);
}
