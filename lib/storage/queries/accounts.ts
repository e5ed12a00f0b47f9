import { ALL, NO_TALLY, ofProvider, readMarker } from '../accounts/change-rows.ts';
import { readTotals } from '../counters.ts';
import type { AccountCounts, AccountRow, FollowState, ProviderAccounts } from '../types/accounts.ts';
import type { AccountTables, AccountTally } from '../accounts/tables.ts';
import { activeTables, type Database } from '../tables.ts';

const OF = ofProvider('');

async function tablesOf(db: Database): Promise<AccountTables | null> {
  return (await activeTables(db)).accounts;
}

export async function readFollowState(db: Database): Promise<FollowState> {
  const gen = await activeTables(db);
  const [marker, ledgers, totals, next] = await Promise.all([
    gen.accounts === null ? null : readMarker(gen.accounts),
    db.t.ledgers.toArray(),
    readTotals(gen),
    gen.accounts?.rows.orderBy('u').first(),
  ]);
  const total = totals.nextRow - 1;
  const left = marker === null ? total : (marker.filled ?? 0);
  const behind = ledgers.reduce(
    (sum, { ledger, n }) => sum + Math.max(0, n - (marker?.heads[ledger] ?? 0)),
    0,
  );
  return {
    filling: left > 0 ? { left, total } : null,
    behind: marker === null ? 0 : behind,
    change: marker?.change ?? 0,
    next: next?.u ?? null,
  };
}

export async function readAccountRows(
  db: Database,
  numbers: ArrayLike<number>,
): Promise<(AccountRow | null)[]> {
  const tables = await tablesOf(db);
  const wanted = Array.from(numbers);
  if (tables === null) return wanted.map(() => null);
  const rows = await tables.rows.bulkGet(wanted);
  return rows.map((row) => row?.v ?? null);
}

function counts(tally: Omit<AccountTally, 'key'>, overdue: number): AccountCounts {
  const { open, closed, waitingUs, waitingProvider, toAnswer, toVerify, recurring } = tally;
  return { open, closed, waitingUs, waitingProvider, overdue, toAnswer, toVerify, recurring };
}

export async function readAccountCounts(db: Database, now: number): Promise<AccountCounts> {
  const tables = await tablesOf(db);
  if (tables === null) return counts(NO_TALLY, 0);
  const [note, overdue] = await Promise.all([
    tables.notes.get(ALL),
    tables.rows.where('d').belowOrEqual(now).count(),
  ]);
  return counts(note !== undefined && 'open' in note ? note : NO_TALLY, overdue);
}

export async function readProviderCounts(db: Database, now: number): Promise<Map<string, AccountCounts>> {
  const tables = await tablesOf(db);
  if (tables === null) return new Map();
  const notes = await tables.notes.where('key').startsWith(OF).toArray();
  const tallies = notes.flatMap((note) => ('open' in note ? [note] : []));
  const overdue = await Promise.all(
    tallies.map(({ key }) =>
      tables.rows
        .where('[p+d]')
        .between([key.slice(OF.length), -Infinity], [key.slice(OF.length), now], true, true)
        .count(),
    ),
  );
  return new Map(
    tallies
      .map((tally, i) => [tally.key.slice(OF.length), counts(tally, overdue[i] ?? 0)] as const)
      .filter(([, { open, closed }]) => open + closed > 0),
  );
}

export async function readProviderAccounts(
  db: Database,
  providerId: string,
  since: Readonly<{ change: number; gone: number }> | null,
): Promise<ProviderAccounts> {
  const tables = await tablesOf(db);
  if (tables === null) return { change: 0, gone: 0, all: true, rows: [] };
  return db.dexie.transaction('r', [tables.rows, tables.notes], async () => {
    const [marker, note] = await Promise.all([readMarker(tables), tables.notes.get(ofProvider(providerId))]);
    const gone = note !== undefined && 'gone' in note ? note.gone : 0;
    const change = marker?.change ?? 0;
    // Who left cannot be told by what is there; and another generation counts anew.
    const all = since === null || since.gone !== gone || since.change > change;
    const rows = await tables.rows
      .where('[p+g]')
      .between([providerId, all ? -Infinity : since.change], [providerId, Infinity], false, true)
      .toArray();
    return { change, gone, all, rows: rows.map(({ row, v, source }) => ({ row, v, source })) };
  });
}
