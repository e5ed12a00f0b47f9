import type { Entry, NewEntry } from '../domain/ledger/entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import { type Groups, groupsOf, isPointer, targetOf } from '../domain/issue/groups.ts';
import { readableOf } from '../domain/issue/readable.ts';
import { compareText } from '../domain/text/compare.ts';
import { KEPT_FROM, keepBand, keptBand, type Known } from './bands.ts';
import { POINTS } from './ledger-writer.ts';
import type { Damage } from './quarantine.ts';
import { type Heads, linesOfIssues, parsedLines, parsedRow, parseRows, visible } from './read-entries.ts';
import type { Database, EntryRow, GenTables, LedgerRow, Place } from './tables.ts';

/** More issues than that are looked up together. */
const ONE_BY_ONE = 20;

/** Where these issues are shown; those that stand alone are not in it. */
export async function placesOf({ again }: GenTables, ids: readonly IssueId[]): Promise<Place[]> {
  if (again === null || ids.length === 0) return [];
  if (ids.length <= ONE_BY_ONE) {
    const found = await again.places.bulkGet([...ids]);
    return found.filter((place) => place !== undefined);
  }
  // Ids begin with a time: many of them are neighbours, and few between them have a place.
  const wanted = new Set<string>(ids);
  const sorted = ids.toSorted(compareText);
  const [low = '', high = ''] = [sorted.at(0), sorted.at(-1)];
  const found = await again.places.where('id').between(low, high, true, true).toArray();
  return found.filter(({ id }) => wanted.has(id));
}

export async function membersOf({ again }: GenTables, roots: readonly IssueId[]): Promise<Place[]> {
  if (again === null || roots.length === 0) return [];
  return again.places.where('root').anyOf(roots).toArray();
}

/** The issues that new entries name: those they are about and those they point at. */
export function namedIssues(entries: readonly NewEntry[]): IssueId[] {
  const ids = entries.flatMap((entry) => {
    if (!('issueId' in entry) || entry.issueId === undefined) return [];
    return isPointer(entry) ? [entry.issueId, targetOf(entry)] : [entry.issueId];
  });
  return [...new Set(ids)];
}

/** Whole groups: whatever is pointed at whatever, all of it is in here. */
export type Closed = Readonly<{
  ids: readonly IssueId[];
  /** Visible lines of these issues; the same array as before where nothing was written about them since. */
  rows: readonly EntryRow[];
  places: readonly Place[];
  /** They are one band: each is connected with all others. */
  whole: boolean;
}>;

/**
 * The issues together with all that belong to their groups now, or are named by one of their pointers. `ledgers`: as they
 * are for everybody; then what is one band is kept, and found again.
 */
export async function closeGroups(
  db: Database,
  gen: GenTables,
  ids: readonly IssueId[],
  heads: Heads,
  ledgers?: readonly LedgerRow[],
): Promise<Closed> {
  const kept = ledgers === undefined ? null : await keptBand(db, ids, ledgers);
  const start = kept === null ? null : grownBy(kept);
  const seen = new Set(start?.ids);
  const rows: (readonly EntryRow[])[] = start === null ? [] : [start.rows];
  const places = new Map<IssueId, Place>();
  const fresh = (wanted: readonly IssueId[]): IssueId[] =>
    wanted.filter((id) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  let frontier = fresh([...ids, ...(start?.named ?? [])]);
  // Where nothing is said about where an issue belongs, each belongs where it did.
  const settled = start?.named.length === 0 && frontier.length === 0 ? start.places : null;
  for (const place of settled ?? []) places.set(place.id, place);
  let sought = [...new Set([...ids, ...(start?.named ?? []), ...(start?.roots ?? [])])];
  while (settled === null && sought.length > 0) {
    const [lines, found] = await Promise.all([
      linesOfIssues(db, frontier),
      placesOf(
        gen,
        sought.filter((id) => !places.has(id)),
      ),
    ]);
    const shown = visible(lines, heads);
    if (shown.length > 0) rows.push(shown);
    const roots = new Set<IssueId>();
    for (const place of found) {
      if (!places.has(place.root)) roots.add(place.root);
      places.set(place.id, place);
    }
    const members = await membersOf(gen, [...roots]);
    for (const place of members) places.set(place.id, place);
    frontier = fresh([...members.map(({ id }) => id), ...shown.flatMap(pointsAt)]);
    sought = frontier;
  }
  const [first = [], ...further] = rows;
  const roots = [...new Set([...places.values()].map(({ root }) => root))];
  const closed: Closed = {
    ids: [...seen],
    rows: further.length === 0 ? first : rows.flat(),
    places: [...places.values()],
    whole: seen.size === start?.ids.size || (roots.length < 2 && seen.size === Math.max(1, places.size)),
  };
  if (ledgers !== undefined && closed.whole)
    keepBand(db, { ids: seen, rows: closed.rows, roots, places: closed.places, ledgers });
  return closed;
}

/** A kept band with what was written since, and the issues that this connects with it. */
function grownBy({ band, news }: Known) {
  const { ids, roots, places } = band;
  const mine = news.filter(({ issueId }) => issueId !== undefined && ids.has(issueId));
  const named = news.flatMap((row) => {
    const both = [...(row.issueId === undefined ? [] : [row.issueId]), ...pointsAt(row)];
    return both.length > 1 && both.some((id) => ids.has(id)) ? both : [];
  });
  return { ids, roots, places, named, rows: mine.length === 0 ? band.rows : [...band.rows, ...mine] };
}

/** The issue that a stored line points at. */
export function pointsAt(row: EntryRow): IssueId[] {
  const parsed = row.mark === POINTS ? parsedRow(row) : null;
  return parsed?.ok === true && isPointer(parsed.entry) ? [targetOf(parsed.entry)] : [];
}

/** Issues that are connected by pointers, as many bands as are not connected with each other. */
export async function bandsOf({ t }: Database, heads: Heads): Promise<IssueId[][]> {
  const pointers = visible(await t.entries.where('mark').equals(POINTS).toArray(), heads);
  const bandOf = new Map<IssueId, Set<IssueId>>();
  for (const row of pointers) {
    for (const target of pointsAt(row)) {
      if (row.issueId === undefined || row.issueId === target) continue;
      const [one, other] = [row.issueId, target].map((id) => bandOf.get(id) ?? new Set([id]));
      if (one === undefined || other === undefined || one === other) continue;
      const [large, small] = one.size < other.size ? [other, one] : [one, other];
      for (const id of small) large.add(id);
      for (const id of new Set([...small, row.issueId, target])) bandOf.set(id, large);
    }
  }
  return [...new Set(bandOf.values())].map((band) => [...band]);
}

export type Regrouped = Readonly<{
  /** For every issue the lines to fold it from; none for one that is shown as another. */
  lines: ReadonlyMap<IssueId, readonly EntryRow[]>;
  parsed: ReadonlyMap<EntryRow, Entry>;
  groups: Groups;
}>;

/** By the lines of a kept band. */
const regrouped = new WeakMap<readonly EntryRow[], Regrouped>();

/** Puts the lines of whole groups under the issues they are shown as. `rows` of all of `ids`. */
export function regroup(
  ids: readonly IssueId[],
  rows: readonly EntryRow[],
  damaged: (damage: Damage) => void,
  known: ReadonlyMap<EntryRow, Entry> = new Map(),
): Regrouped {
  const before = regrouped.get(rows);
  if (before?.lines.size === ids.length && ids.every((id) => before.lines.has(id))) return before;
  const parsed = parsedLines(rows, damaged, known);
  const { entries, erased } = parseRows(rows, damaged, parsed);
  const groups = groupsOf(readableOf(entries, erased).entries);
  const lines = new Map<IssueId, EntryRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    if (row.issueId === undefined) continue;
    // What cannot be read any more belongs to nobody else.
    lines.get(groups.rootOf.get(row.issueId) ?? row.issueId)?.push(row);
  }
  const made = { lines, parsed, groups };
  if (rows.length >= KEPT_FROM) regrouped.set(rows, made);
  return made;
}
