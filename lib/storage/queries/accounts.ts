import { ALL, NO_TALLY, ofProvider, readMarker } from '../accounts/change-rows.ts';
import { readTotals } from '../counters.ts';
import type {
  AccountCounts,
  AccountRow,
  FollowState,
  KnownUpTo,
  ProviderAccounts,
} from '../types/accounts.ts';
import type { AccountTables, AccountTally } from '../accounts/tables.ts';
import { activeTables, type Database } from '../tables.ts';
import { countOverdue } from './overdue.ts';

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
  const { tallies, overdue } = await db.dexie.transaction('r', [tables.rows, tables.notes], async () => {
    const [marker, notes] = await Promise.all([
      readMarker(tables),
      tables.notes.where('key').startsWith(OF).toArray(),
    ]);
    if (marker === null) return { tallies: [], overdue: [] };
    const found = notes.flatMap((note) => ('open' in note ? [note] : []));
    const late = found.map(({ key }) => countOverdue(tables, marker, key.slice(OF.length), now));
    return { tallies: found, overdue: await Promise.all(late) };
  });
  return new Map(
    tallies
      .map((tally, i) => [tally.key.slice(OF.length), counts(tally, overdue[i] ?? 0)] as const)
      .filter(([, { open, closed }]) => open + closed > 0),
  );
}

/** Accounts read at a time: the screen waits for no more than that. */
const PAGE = 500;

/** The next of them in the order of changes, a change never in two parts; and the change that is the last one. */
async function changedAfter({ rows }: AccountTables, providerId: string, change: number) {
  const range = (from: number, to: number) =>
    rows.where('[p+g]').between([providerId, from], [providerId, to], false, true);
  const page = await range(change, Infinity).limit(PAGE).toArray();
  const last = page.at(-1)?.g;
  if (page.length < PAGE || last === undefined) return { page, last: null };
  const whole = page.filter(({ g }) => g < last);
  return { page: [...whole, ...(await range(last - 0.5, last).toArray())], last };
}

export async function readProviderAccounts(
  db: Database,
  providerId: string,
  since: KnownUpTo | null,
): Promise<ProviderAccounts> {
  const tables = await tablesOf(db);
  const nothing = { known: { token: '', change: 0, gone: 0 }, all: true, rows: [], more: false };
  if (tables === null) return nothing;
  return db.dexie.transaction('r', [tables.rows, tables.notes], async () => {
    const [marker, note] = await Promise.all([readMarker(tables), tables.notes.get(ofProvider(providerId))]);
    if (marker === null) return nothing;
    const { token } = marker;
    const gone = note !== undefined && 'gone' in note ? note.gone : 0;
    // Who left cannot be told by what is there.
    const all = since === null || since.token !== token || since.gone !== gone;
    const { page, last } = await changedAfter(tables, providerId, all ? -Infinity : since.change);
    return {
      known: { token, change: last ?? marker.change, gone },
      all,
      rows: page.map(({ row, v, source }) => ({ row, v, source })),
      more: last !== null,
    };
  });
}
