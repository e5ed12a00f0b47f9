import type { Dexie } from 'dexie';
import { GENESIS_LINK, nextLink } from '../domain/ledger/chain.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import type { Database, EntryRow, LedgerRow, Place } from './tables.ts';

/** All that is written about issues that pointers connect, as of the heads of these ledgers. */
export type Band = Readonly<{
  ids: ReadonlySet<IssueId>;
  /** Visible lines. The same array for as long as nothing is added, so that what is made of it can be kept by it. */
  rows: readonly EntryRow[];
  /** Issues that its parts were shown as. */
  roots: readonly IssueId[];
  /** Where each is shown; null: that changes with what was written last. */
  places: readonly Place[] | null;
  ledgers: readonly LedgerRow[];
}>;

/** Fewer lines are read sooner than they are looked after. */
export const KEPT_FROM = 200;
/** Bands that a window looks after. */
const MOST = 3;
/** More new lines than that are not looked through. */
const MOST_NEW = 300;
/** With these, lines of before are no longer what they were. */
const UNDOING: ReadonlySet<string> = new Set(['entry.erased', 'import.merged', 'import.undone']);

/** By connection, the latest first. */
const bands = new WeakMap<Dexie, readonly Band[]>();

export function keepBand({ dexie }: Database, band: Band): void {
  if (band.rows.length < KEPT_FROM) return;
  const others = (bands.get(dexie) ?? []).filter(({ ids }) => ![...ids].some((id) => band.ids.has(id)));
  bands.set(dexie, [band, ...others].slice(0, MOST));
}

/** Before lines are changed in their place. */
export function forgetBands({ dexie }: Database): void {
  bands.delete(dexie);
}

/** A kept band and the lines that any window wrote since. */
export type Known = Readonly<{ band: Band; news: readonly EntryRow[] }>;

/**
 * The kept band that one of these issues belongs to; null where it has to be read. What happened a thousand times is a
 * thousand ranges of the index, and is asked for several times after each of its changes. Inside the transaction that
 * also read `ledgers`.
 */
export async function keptBand(
  db: Database,
  issues: readonly IssueId[],
  ledgers: readonly LedgerRow[],
): Promise<Known | null> {
  const band = bands.get(db.dexie)?.find(({ ids }) => issues.some((id) => ids.has(id)));
  if (band === undefined) return null;
  const news = await linesSince(db, band.ledgers, ledgers);
  if (news !== null && !news.some(({ kind }) => UNDOING.has(kind))) return { band, news };
  forgetBands(db);
  return null;
}

/** What these ledgers say more than then; null where they are not the same ones any more, or say too much. */
async function linesSince(
  { t }: Database,
  then: readonly LedgerRow[],
  ledgers: readonly LedgerRow[],
): Promise<EntryRow[] | null> {
  const olds = new Map(then.map((row) => [row.ledger, row]));
  const grown = ledgers.flatMap(({ ledger, n, link }) => {
    const from = olds.get(ledger) ?? { n: 0, link: GENESIS_LINK };
    return n === from.n && link === from.link ? [] : [{ ledger, from, n }];
  });
  const many = grown.reduce((sum, { n, from }) => sum + Math.abs(n - from.n), 0);
  const gone = then.some(({ ledger }) => !ledgers.some((row) => row.ledger === ledger));
  if (gone || many > MOST_NEW) return null;
  const news = await Promise.all(
    grown.map(({ ledger, from, n }) =>
      t.entries.where('[ledger+n]').between([ledger, from.n], [ledger, n], false, true).toArray(),
    ),
  );
  const continued = grown.every(({ from }, i) => {
    const [first] = news[i] ?? [];
    return first !== undefined && first.link === nextLink(from.link, from.n + 1, first.sha256);
  });
  return continued ? news.flat() : null;
}
