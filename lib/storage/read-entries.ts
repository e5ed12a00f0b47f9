import type { Entry, ErasedEntry } from '../domain/ledger/entry.ts';
import { parseEntryText, type ParsedEntry } from '../domain/ledger/complete-entry.ts';
import type { IssueId } from '../domain/ledger/primitives.ts';
import type { Issue } from '../domain/issue/issue.ts';
import { foldIssue } from '../domain/issue/fold.ts';
import { KEPT_FROM } from './bands.ts';
import type { Damage } from './quarantine.ts';
import { MANY_FROM, rowsOfMany } from './rows-of-many.ts';
import type { Database, EntryRow, LedgerRow } from './tables.ts';

/** How far each ledger goes for readers. */
export type Heads = ReadonlyMap<string, number>;

export function headsOf(ledgers: readonly LedgerRow[]): Heads {
  return new Map(ledgers.map(({ ledger, n }) => [ledger, n]));
}

/** Every stored line of these issues. One issue is the common case and needs no cursor. Inside a transaction. */
export async function linesOfIssues({ t }: Database, ids: readonly IssueId[]): Promise<EntryRow[]> {
  if (ids.length >= MANY_FROM) return (await rowsOfMany<EntryRow>(t.entries.name, 'issueId', ids)).flat();
  const [id] = ids;
  const index = t.entries.where('issueId');
  const found = ids.length === 1 && id !== undefined ? index.equals(id) : index.anyOf([...ids]);
  return found.toArray();
}

/** Lines of an import that is still going on are not there for anybody. */
export function visible(rows: readonly EntryRow[], heads: Heads): EntryRow[] {
  return rows.filter(({ ledger, n }) => n <= (heads.get(ledger) ?? 0));
}

export function erasedOf(row: EntryRow): ErasedEntry {
  const { ledger, n, id, kind, at, recordedAt, issueId } = row;
  const kept = { ledger, n, id, kind, at, recordedAt, erased: true } as const;
  return issueId === undefined ? kept : { ...kept, issueId };
}

/** By the stored line, which never changes: of a band that is kept nothing is parsed twice. */
const entries = new WeakMap<EntryRow, ParsedEntry>();

/** null: it was erased. */
export function parsedRow(row: EntryRow): ParsedEntry | null {
  if (row.json === null) return null;
  const parsed = entries.get(row) ?? parseEntryText(row.json);
  entries.set(row, parsed);
  return parsed;
}

/** The entries of these lines. A line that cannot be understood is reported and left out. */
export function parsedLines(
  rows: readonly EntryRow[],
  damaged: (damage: Damage) => void,
  known?: ReadonlyMap<EntryRow, Entry>,
): Map<EntryRow, Entry> {
  const parsed = new Map<EntryRow, Entry>();
  for (const row of rows) {
    const given = known?.get(row);
    if (given !== undefined) entries.set(row, { ok: true, entry: given });
    const result = parsedRow(row);
    if (result?.ok === true) parsed.set(row, result.entry);
    else if (result !== null)
      damaged({ where: `entries:${row.ledger}:${row.n}`, problem: result.problem, raw: row });
  }
  return parsed;
}

/** The same as a fold needs them. */
export function parseRows(
  rows: readonly EntryRow[],
  damaged: (damage: Damage) => void,
  known?: ReadonlyMap<EntryRow, Entry>,
): Readonly<{ entries: readonly Entry[]; erased: readonly ErasedEntry[] }> {
  const parsed = parsedLines(rows, damaged, known);
  const erased = rows.filter((row) => row.json === null && !parsed.has(row)).map(erasedOf);
  return { entries: [...parsed.values()], erased };
}

/** By the lines that it was folded from, which are the same array only as long as they are the same lines. */
const folded = new WeakMap<readonly EntryRow[], Issue | null>();

/** Folds an issue from the stored lines of its whole group. `rows` are never changed afterwards. */
export function foldRows(
  id: IssueId,
  rows: readonly EntryRow[],
  damaged: (damage: Damage) => void,
  parsed?: ReadonlyMap<EntryRow, Entry>,
): Issue | null {
  if (rows.length === 0) return null;
  const known = folded.get(rows);
  if (known !== undefined) return known;
  const { entries, erased } = parseRows(rows, damaged, parsed);
  const issue = foldIssue(entries, erased, id);
  if (rows.length >= KEPT_FROM) folded.set(rows, issue);
  return issue;
}
