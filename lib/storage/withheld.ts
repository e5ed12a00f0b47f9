import type { EntryId, LedgerId } from '../domain/ledger/primitives.ts';
import type { ChainLine } from './types/ledger.ts';
import type { Database, EntryRow } from './tables.ts';

/** Stands where the kind of an entry would, when only its place in the chain came with a pack. */
const KIND = 'withheld';
const NEVER = '1970-01-01T00:00:00.000Z';

export function isPlaceOnly({ kind, json }: Pick<EntryRow, 'kind' | 'json'>): boolean {
  return kind === KIND && json === null;
}

/** The line of an entry that somebody kept back: its hash and link hold the chain together, and nothing else is known. */
export function placeOnly({ ledger, n, sha256, link }: ChainLine & Readonly<{ ledger: LedgerId }>): EntryRow {
  // as: ids of entries are UUIDs; this one is never anybody's.
  const id = `${KIND}:${ledger}:${n}` as EntryId;
  return { ledger, n, id, kind: KIND, at: NEVER, recordedAt: NEVER, sha256, link, json: null };
}

/** Whether an import knows more of a line than its place, which is all that is here. */
export function fillsPlace(here: EntryRow, form: 'entry' | 'erased' | 'place'): boolean {
  return isPlaceOnly(here) && form !== 'place';
}

const ASIDE = '~';

/** Where lines wait whose place is below the head of their ledger, so that nobody sees them before the import is whole. */
export function asideOf(ledger: LedgerId): LedgerId {
  return `${ASIDE}${ledger}` as LedgerId; // as: no ledger has such an id, so that no head reaches it
}

/** Puts the waiting lines of a ledger into their places. Inside the caller's transaction. */
export async function fillPlaces({ t }: Database, ledger: LedgerId, importId: string): Promise<void> {
  const aside = asideOf(ledger);
  const waiting = t.entries.where('[ledger+n]').between([aside, 0], [aside, Infinity]);
  const rows = await waiting.toArray();
  await waiting.delete();
  await t.entries.bulkPut(rows.map((row) => ({ ...row, ledger, filledBy: importId })));
}

/** Lines whose content came with an import are places again. Gives them as they were. Inside the caller's transaction. */
export async function emptyPlaces(
  { t }: Database,
  ledger: LedgerId,
  importId: string,
): Promise<readonly EntryRow[]> {
  const rows = await t.entries
    .where('[ledger+n]')
    .between([ledger, 0], [ledger, Infinity])
    .filter(({ filledBy }) => filledBy === importId)
    .toArray();
  await t.entries.bulkPut(rows.map(placeOnly));
  return rows;
}
