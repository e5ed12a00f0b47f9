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

/** Collects what changing rows mean for the counters; nothing is ever counted by looking through the log. */
export type CounterChange = Readonly<{
  add(row: StoredIssue): void;
  remove(row: StoredIssue): void;
  /** Writes the changes; runs inside the caller's transaction. */
  flush(gen: GenTables, totals: Totals): Promise<Totals>;
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
    flush: async (gen, totals) => {
      const next = {
        ...totals,
        all: totals.all + sums.all,
        trash: totals.trash + sums.trash,
        needsDetails: totals.needsDetails + sums.needsDetails,
        sinceBackup: totals.sinceBackup + sums.sinceBackup,
      };
      const changed = [...tallies].filter(([, by]) => by !== 0);
      const present = await gen.counters.bulkGet(changed.map(([key]) => key));
      const puts: (Totals | Tally)[] = [next];
      const gone: string[] = [];
      changed.forEach(([key, by], i) => {
        const old = present[i];
        const n = (old !== undefined && 'n' in old ? old.n : 0) + by;
        if (n === 0) gone.push(key);
        else puts.push({ key, n });
      });
      await gen.counters.bulkPut(puts);
      if (gone.length > 0) await gen.counters.bulkDelete(gone);
      return next;
    },
  };
}

function isSinceBackup(row: StoredIssue, totals: Totals): boolean {
  return row.firstN > 0 && row.firstLedger === totals.ledger && row.firstN > (totals.backup?.n ?? 0);
}
