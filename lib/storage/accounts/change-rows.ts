import type { IssueId } from '../../domain/ledger/primitives.ts';
import { problem } from '../failure.ts';
import type { AccountTables, AccountTally, Marker, StoredAccount } from './tables.ts';
import type { GenTables } from '../tables.ts';

export const ALL = 'all';
export const ofProvider = (id: string): string => `of:${id}`;

export const NO_TALLY: Omit<AccountTally, 'key'> = {
  open: 0,
  closed: 0,
  waitingUs: 0,
  waitingProvider: 0,
  toAnswer: 0,
  toVerify: 0,
  recurring: 0,
  gone: 0,
};

export async function readMarker({ notes }: AccountTables): Promise<Marker | null> {
  const note = await notes.get('marker');
  return note !== undefined && 'token' in note ? note : null;
}

function plus(tally: AccountTally, { o, w, y, k, v }: StoredAccount, by: 1 | -1): AccountTally {
  const when = (is: boolean) => (is ? by : 0);
  return {
    ...tally,
    open: tally.open + when(o === 1),
    closed: tally.closed + when(o === 0),
    waitingUs: tally.waitingUs + when(w === 'us'),
    waitingProvider: tally.waitingProvider + when(w === 'provider'),
    toAnswer: tally.toAnswer + when(v.duty === 'answer'),
    toVerify: tally.toVerify + when(y === 1),
    recurring: tally.recurring + when(k === 1),
  };
}

/** Brings the counts in line with rows that come and go; nothing is ever counted by looking through the log. */
async function count(
  { notes }: AccountTables,
  before: readonly StoredAccount[],
  after: readonly StoredAccount[],
): Promise<void> {
  const providers = new Set([...before, ...after].map(({ p }) => p));
  const keys = [ALL, ...[...providers].map(ofProvider)];
  const stored = await notes.bulkGet(keys);
  const tallies = new Map(
    keys.map((key, i): [string, AccountTally] => {
      const note = stored[i];
      return [key, note !== undefined && 'open' in note ? note : { key, ...NO_TALLY }];
    }),
  );
  const change = (row: StoredAccount, by: 1 | -1): void => {
    for (const key of [ALL, ofProvider(row.p)]) {
      const tally = tallies.get(key);
      if (tally !== undefined) tallies.set(key, plus(tally, row, by));
    }
  };
  for (const row of before) change(row, -1);
  for (const row of after) change(row, 1);
  const now = new Map(after.map((row) => [row.row, row.p]));
  for (const row of before) {
    const tally = tallies.get(ofProvider(row.p));
    if (tally !== undefined && now.get(row.row) !== row.p)
      tallies.set(tally.key, { ...tally, gone: tally.gone + 1 });
  }
  await notes.bulkPut([...tallies.values()]);
}

export type RowChange = Readonly<{
  puts: readonly Omit<StoredAccount, 'g'>[];
  /** Issues that have no account of their own any more. */
  gone: readonly IssueId[];
  /** What is known of the marker after it. */
  marker: Partial<Marker>;
  /** The change that was the last one when this was read; another since then (a purge) makes it worthless. */
  since?: number;
}>;

/**
 * Writes accounts, counts and marker; inside the caller's transaction. Throws where the generation is not there any more;
 * false: nothing was written, because somebody else wrote meanwhile.
 */
export async function changeRows(
  tables: AccountTables,
  token: string,
  { puts, gone, marker: change, since }: RowChange,
): Promise<boolean> {
  const { rows, notes } = tables;
  const marker = await readMarker(tables);
  if (marker?.token !== token) throw problem('aborted');
  if (since !== undefined && since !== marker.change) return false;
  const replaced = await rows.bulkGet(puts.map(({ row }) => row));
  // An issue may stand in another row than before: a part of it came or went.
  const moved = puts.flatMap(({ id }, i) => (replaced[i]?.id === id ? [] : [id]));
  const leavers = [...new Set([...gone, ...moved])];
  const removed = leavers.length === 0 ? [] : await rows.where('id').anyOf(leavers).toArray();
  const kept = new Map(puts.map(({ row, id }) => [row, id]));
  const g = marker.change + 1;
  const after = puts.map((row): StoredAccount => ({ ...row, g }));
  const leaving = removed.filter(({ row }) => !kept.has(row));
  const before = [...replaced.filter((row) => row !== undefined), ...leaving];
  if (before.length + after.length > 0) await count(tables, before, after);
  // First: no two rows may have the same issue, not even for a moment.
  const stale = before.flatMap(({ row, id }) => (kept.get(row) === id ? [] : [row]));
  if (stale.length > 0) await rows.bulkDelete(stale);
  await Promise.all([
    after.length > 0 ? rows.bulkPut(after) : null,
    notes.put({ ...marker, ...change, change: g }),
  ]);
  return true;
}

/** Nothing of a purged issue stays, not even what was derived of it. Inside the caller's transaction. */
export async function forgetAccounts({ accounts }: GenTables, ids: readonly IssueId[]): Promise<void> {
  if (accounts === null) return;
  const marker = await readMarker(accounts);
  if (marker === null) return;
  const groups = await accounts.rows
    .where('m')
    .anyOf([...ids])
    .toArray();
  const again = [...new Set([...marker.again, ...groups.map(({ id }) => id)])];
  await changeRows(accounts, marker.token, { puts: [], gone: [...ids, ...again], marker: { again } });
}
