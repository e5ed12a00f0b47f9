import type { LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { type CheckedLine, checkedLines } from './check-lines.ts';
import { problem, throwIfAborted } from './failure.ts';
import type { Plan } from './inspect-import.ts';
import { eraseMark } from './ledger-writer.ts';
import { markOf } from './originals.ts';
import { eraseRow } from './purge.ts';
import { headsOf } from './read-entries.ts';
import { beat } from './job.ts';
import { type Database, type EntryRow, type Job, write } from './tables.ts';
import type { ImportSource } from './types/import.ts';
import type { ProgressOptions } from './types/progress.ts';
import { asideOf, fillsPlace } from './withheld.ts';
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
  const ends = new Map<LedgerId, Sha256Hex>();
  const wanted = new Map<Sha256Hex, Wanted>();
  let storing: Promise<unknown> = Promise.resolve();
  for await (const lines of checkedLines(source)) {
    throwIfAborted(signal);
    const news = lines.filter(({ row }) => row.n > (heads.get(row.ledger) ?? 0));
    const fills = await fillsAmong(db, plan, lines);
    const filling = new Set(fills);
    const staged = [...news, ...fills].map((line) => {
      const ready = stagedLine(plan, erasedHere, line);
      return filling.has(line)
        ? { ...ready, row: { ...ready.row, ledger: asideOf(ready.row.ledger) } }
        : ready;
    });
    const rows = staged.map(({ row }) => row);
    for (const one of staged.flatMap((line) => wantedBy(line, plan))) wanted.set(one.sha256, one);
    await storing;
    // The next lines are read and checked while the database is busy with these.
    storing = storeRows(context, db, job, rows);
    storing.catch(() => undefined);
    done += lines.length;
    for (const { row } of lines) ends.set(row.ledger, row.link);
    onProgress?.(done, plan.summary.entries);
  }
  await storing;
  // Another file than the one that was checked.
  const same = [...plan.ledgers].every(([ledger, { link }]) => ends.get(ledger) === link);
  if (done !== plan.summary.entries || !same) throw problem('aborted');
  return wanted;
}

async function storeRows(context: WriteContext, db: Database, job: Job, rows: readonly EntryRow[]) {
  return write(db, null, async () => {
    await Promise.all([beat(context.machine, db, job), db.t.entries.bulkAdd(rows)]);
  });
}

/** An erasure wins whichever of the two comes first. */
function stagedLine(plan: Plan, erasedHere: ReadonlySet<unknown>, line: CheckedLine): CheckedLine {
  const { row, form } = line;
  if (form !== 'entry' || row.kind === 'entry.erased') return line;
  const mark = eraseMark(row.ledger, row.n);
  if (!plan.erasures.has(mark) && !erasedHere.has(mark)) return line;
  return { row: eraseRow(row), form: 'erased', named: null, said: null };
}

/** Bytes that a staged line needs; none when they were removed on purpose. */
function wantedBy({ named, said }: CheckedLine, plan: Plan): Wanted[] {
  if (named === null || plan.removed.has(markOf(named))) return [];
  return [{ sha256: named.sha256, bytes: named.bytes, said }];
}

/** Ledgers of which lines stand here by their place only, and the file has them. */
export function filledLedgers({ ledgers }: Plan): LedgerId[] {
  return [...ledgers].flatMap(([ledger, { filled }]) => (filled > 0 ? [ledger] : []));
}

async function fillsAmong(
  { t }: Database,
  plan: Plan,
  lines: readonly CheckedLine[],
): Promise<readonly CheckedLine[]> {
  const filled = new Set(filledLedgers(plan));
  const asked = lines.filter(({ row }) => filled.has(row.ledger));
  if (asked.length === 0) return [];
  const stored = await t.entries.bulkGet(asked.map(({ row }): [string, number] => [row.ledger, row.n]));
  return asked.filter((line, i) => {
    const here = stored[i];
    return here !== undefined && fillsPlace(here, line.form);
  });
}
