import type { Entry } from '../domain/ledger/entry.ts';
import type { IssueId, LedgerId } from '../domain/ledger/primitives.ts';
import type { Issue } from '../domain/issue/issue.ts';
import type { Print } from '../domain/issue/print.ts';
import { rowOf } from '../domain/issue/row-of.ts';
import { foldText, searchTextOf } from '../domain/issue/search-text.ts';
import { createCounterChange, localDay, type Tallies } from './counters.ts';
import type { Damage } from './quarantine.ts';
import { changePlaces, placesIn } from './place-rows.ts';
import { changePrints, type Printable } from './prints.ts';
import { foldRows } from './read-entries.ts';
import { MANY_FROM, rowsOfMany } from './rows-of-many.ts';
import type { EntryRow, FreshText, GenTables, Place, StoredIssue, Totals } from './tables.ts';
import { changeTexts, textChange } from './texts.ts';

const TITLE_KEY = 80;
/** From so many issues at once on their prints are not put off. */
const PRINT_NOW_FROM = 200;
/** Sorts behind every priority. */
export const NO_PRIORITY = 6;
export const TRASHED = 1;
export const NEEDS_DETAILS = 2;

export function storedIssue(issue: Issue, row: number, own: LedgerId | ''): StoredIssue {
  const v = rowOf(issue);
  const firstN = issue.occurrences.reduce(
    (lowest, { ledger, n }) => (ledger === own && n < lowest ? n : lowest),
    Infinity,
  );
  const mine = Number.isFinite(firstN);
  return {
    row,
    t: issue.trashed ? 1 : 0,
    d: issue.needsDetails ? 1 : 0,
    p: issue.priority ?? NO_PRIORITY,
    r: 0 - Date.parse(issue.lastAt),
    c: 0 - Date.parse(issue.changedAt),
    s: foldText(issue.title).slice(0, TITLE_KEY),
    day: lastDay(issue),
    firstLedger: mine ? own : '',
    firstN: mine ? firstN : 0,
    v,
  };
}

/** The calendar day of the last occurrence where it was recorded. */
function lastDay(issue: Issue): string {
  const last = issue.occurrences.find(({ at }) => at === issue.lastAt);
  return localDay(issue.lastAt, last?.offsetMin ?? 0);
}

function freshText(text: string, { row, t, d, r, v }: StoredIssue): FreshText {
  return { row, text, flags: t * TRASHED + d * NEEDS_DETAILS, at: 0 - r, host: v.host };
}

/** What is stored of an issue besides its row. */
export type Made = Readonly<{ issue: Issue; text: string; print: Print }>;

export type Refold = Readonly<{
  gen: GenTables;
  totals: Totals;
  /** The rows of these issues as they are, when the caller has read them. */
  present?: readonly StoredIssue[];
  /** Counters that the caller has read. */
  tallies?: Tallies;
  /** Where these issues are shown now. */
  places?: readonly Place[];
  /** All visible lines of each issue to fold, those of its group included; an empty list removes the issue. */
  lines: ReadonlyMap<IssueId, readonly EntryRow[]>;
  damaged: (damage: Damage) => void;
  /** Entries that need no parsing. */
  parsed?: ReadonlyMap<EntryRow, Entry>;
  /** What of these issues has been made already. */
  made?: ReadonlyMap<IssueId, Made>;
  /** No word of before may stay. */
  wipe?: boolean;
  /** Prints are made at once instead of later. */
  now?: boolean;
}>;

/** Folds whole issues again and brings their rows, texts and the counters in line. Inside the caller's transaction. */
export async function projectIssues({
  gen,
  totals,
  lines,
  damaged,
  parsed,
  made,
  places = [],
  wipe = false,
  now = false,
  ...given
}: Refold): Promise<Totals> {
  const present = given.present ?? (await storedOf(gen, [...lines.keys()]));
  const before = new Map(present.map((stored) => [stored.v.id, stored]));
  const counters = createCounterChange(totals);
  const puts: StoredIssue[] = [];
  const texts: FreshText[] = [];
  const gone: number[] = [];
  const together: Place[] = [];
  const printable: Printable[] = [];
  let { nextRow } = totals;
  for (const [id, rows] of lines) {
    const old = before.get(id);
    const ready = made?.get(id);
    const issue = ready?.issue ?? foldRows(id, rows, damaged, parsed);
    if (old !== undefined) counters.remove(old);
    if (issue === null) {
      if (old !== undefined) gone.push(old.row);
      continue;
    }
    const stored = storedIssue(issue, old?.row ?? nextRow, totals.ledger);
    if (old === undefined) nextRow += 1;
    counters.add(stored);
    puts.push(stored);
    texts.push(freshText(ready?.text ?? searchTextOf(issue), stored));
    together.push(...placesIn(issue));
    printable.push({ stored, issue, print: ready?.print });
  }
  const { freshWrites, blocksChanged } = textChange(texts, gone, wipe);
  const after = {
    ...totals,
    nextRow,
    freshWrites: totals.freshWrites + freshWrites,
    textsVersion: totals.textsVersion + (blocksChanged ? 1 : 0),
  };
  const [written] = await Promise.all([
    counters.flush(gen, after, given.tallies),
    changeTexts(gen, texts, gone, wipe),
    changePlaces(gen, places, together),
    changePrints(gen, printable, gone, {
      now: now || printable.length >= PRINT_NOW_FROM,
      wipe,
      present: present.map(({ row }) => row),
    }),
    puts.length > 0 ? gen.issues.bulkPut(puts) : null,
    gone.length > 0 ? gen.issues.bulkDelete(gone) : null,
  ]);
  return written;
}

export async function storedOf(gen: GenTables, ids: readonly IssueId[]): Promise<StoredIssue[]> {
  const [id] = ids;
  if (id === undefined) return [];
  if (ids.length >= MANY_FROM) return (await rowsOfMany<StoredIssue>(gen.issues.name, 'v.id', ids)).flat();
  const index = gen.issues.where('v.id');
  return (ids.length === 1 ? index.equals(id) : index.anyOf([...ids])).toArray();
}
