import type { Entry } from '../domain/ledger/entry.ts';
import { namedBytes } from '../domain/issue/named-bytes.ts';
import { namedPicture } from '../domain/issue/named-picture.ts';
import type { LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { problem, throwIfAborted } from './failure.ts';
import { checkedEntry, type Plan } from './inspect-import.ts';
import { eraseMark, rowOfEntry } from './ledger-writer.ts';
import { markOf } from './originals.ts';
import { eraseRow } from './purge.ts';
import { headsOf } from './read-entries.ts';
import { beat } from './job.ts';
import { type Database, type EntryRow, type Job, write } from './tables.ts';
import type { ImportLine, ImportSource } from './types/import.ts';
import type { ProgressOptions } from './types/progress.ts';
import { asideOf, fillsPlace, placeOnly } from './withheld.ts';
import type { Wanted } from './stage-pictures.ts';
import type { WriteContext } from './write-entries.ts';

/** What every mark of an erasure begins with. */
const ERASES = 'erases:';

/** Stores the new lines of a file where nobody looks. Gives the pictures and files that they name. */
export async function stageLines(
  context: WriteContext,
  db: Database,
  job: Job,
  plan: Plan,
  source: ImportSource,
  { signal, onProgress }: ProgressOptions,
): Promise<ReadonlyMap<Sha256Hex, Wanted>> {
  const { t } = db;
  const heads = headsOf(await t.ledgers.toArray());
  // What comes is here for nobody yet, so nobody erases any of it meanwhile.
  const erasedHere = new Set(await t.entries.where('mark').startsWith(ERASES).keys());
  let done = 0;
  const wanted = new Map<Sha256Hex, Wanted>();
  let storing: Promise<unknown> = Promise.resolve();
  for await (const lines of source.lines()) {
    throwIfAborted(signal);
    const news = lines.filter(({ ledger, n }) => n > (heads.get(ledger) ?? 0));
    const fills = await fillsAmong(db, plan, lines);
    const filling = new Set(fills);
    const staged = [...news, ...fills].map((line) => {
      const { row, entry } = stagedRow(plan, erasedHere, line);
      return { entry, row: filling.has(line) ? { ...row, ledger: asideOf(row.ledger) } : row };
    });
    const rows = staged.map(({ row }) => row);
    for (const named of staged.flatMap((one) => namedIn(one, plan))) wanted.set(named.sha256, named);
    await storing;
    // The next lines are read and checked while the database is busy with these.
    storing = storeRows(context, db, job, rows);
    storing.catch(() => undefined);
    done += lines.length;
    onProgress?.(done, plan.summary.entries);
  }
  await storing;
  if (done !== plan.summary.entries) throw problem('aborted');
  return wanted;
}

async function storeRows(context: WriteContext, db: Database, job: Job, rows: readonly EntryRow[]) {
  return write(db, null, async () => {
    await Promise.all([beat(context.machine, db, job), db.t.entries.bulkAdd(rows)]);
  });
}

/** `entry`: null for a line whose content is not here, or was erased. */
type Staged = Readonly<{ row: EntryRow; entry: Entry | null }>;

/** Checked again, because the second reading of a file need not give what the first did. */
function stagedRow(plan: Plan, erasedHere: ReadonlySet<unknown>, line: ImportLine): Staged {
  const { sha256, link } = line;
  if ('withheld' in line) return { row: placeOnly(line), entry: null };
  const entry = checkedEntry(line);
  if ('erased' in line || entry === null) {
    if (!('erased' in line)) throw problem('invalid');
    const { erased: _erased, ...kept } = line.erased;
    const { issueId, ...always } = kept;
    const row = { ...always, sha256, link, json: null };
    return { row: issueId === undefined ? row : { ...row, issueId }, entry: null };
  }
  const row = rowOfEntry(entry, { json: line.json, sha256, link });
  const mark = eraseMark(line.ledger, line.n);
  // An erasure wins whichever of the two comes first.
  const erased = plan.erasures.has(mark) || erasedHere.has(mark);
  return erased && row.kind !== 'entry.erased' ? { row: eraseRow(row), entry: null } : { row, entry };
}

/** Bytes that a staged line needs; none when they were removed on purpose. */
function namedIn({ row, entry }: Staged, plan: Plan): Wanted[] {
  if (row.picture === undefined || entry === null) return [];
  const named = namedBytes(entry);
  if (named === null || plan.removed.has(markOf(named))) return [];
  return [{ sha256: named.sha256, bytes: named.bytes, said: namedPicture(entry) }];
}

/** Ledgers of which lines stand here by their place only, and the file has them. */
export function filledLedgers({ ledgers }: Plan): LedgerId[] {
  return [...ledgers].flatMap(([ledger, { filled }]) => (filled > 0 ? [ledger] : []));
}

async function fillsAmong(
  { t }: Database,
  plan: Plan,
  lines: readonly ImportLine[],
): Promise<readonly ImportLine[]> {
  const filled = new Set(filledLedgers(plan));
  const asked = lines.filter(({ ledger }) => filled.has(ledger));
  if (asked.length === 0) return [];
  const stored = await t.entries.bulkGet(asked.map(({ ledger, n }): [string, number] => [ledger, n]));
  return asked.filter((line, i) => {
    const here = stored[i];
    return here !== undefined && fillsPlace(here, line);
  });
}
