import { GENESIS_LINK } from '../domain/ledger/chain.ts';
import type { IssueId, LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { problem } from './failure.ts';
import { ownFrame } from './ledger-writer.ts';
import { dropUnused } from './pictures.ts';
import { type Heads, headsOf } from './read-entries.ts';
import { catchUp, fillGeneration } from './fill-generation.ts';
import { abandonJob, beat, beginJob, clearIdle, switchGeneration } from './job.ts';
import type { ImportRow, TakenBack, TakenIn, UndoBar } from './types/import.ts';
import type { ProgressOptions } from './types/progress.ts';
import { type Database, type EntryRow, type Job, type LedgerRow, write } from './tables.ts';
import { emptyPlaces } from './withheld.ts';
import { type WriteContext, writeEntries } from './write-entries.ts';

const PREFIX = 'import:';

async function importRows({ t }: Database): Promise<ImportRow[]> {
  const rows = await t.meta.where('key').startsWith(PREFIX).toArray();
  return rows
    .filter((row): row is ImportRow => row.key.startsWith(PREFIX))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Only the last import of a ledger can be taken back: a ledger has no gaps. `rows`: the latest first. */
function barOf(row: ImportRow, rows: readonly ImportRow[]): UndoBar | null {
  if (row.own) return 'own-log';
  const touched = new Set(row.ledgers.map(({ ledger }) => ledger));
  const later = rows.slice(0, rows.indexOf(row));
  return later.some(({ ledgers }) => ledgers.some(({ ledger }) => touched.has(ledger)))
    ? 'later-import'
    : null;
}

export async function readImports(db: Database): Promise<readonly TakenIn[]> {
  const rows = await importRows(db);
  return rows.map((row) => ({
    importId: row.importId,
    at: row.at,
    entries: row.entries,
    codes: row.ledgers.map(({ code }) => code),
    bar: barOf(row, rows),
  }));
}

async function undoable(db: Database, importId: string): Promise<ImportRow> {
  const rows = await importRows(db);
  const row = rows.find((one) => one.importId === importId);
  if (row === undefined || barOf(row, rows) !== null) throw problem('not-undoable');
  return row;
}

/**
 * Takes an import back as a whole. Every ledger is folded up to where it ended before into the other generation; one
 * transaction at the end makes that visible, deletes what the import brought, and says so in the own ledger.
 */
export async function undoImport(
  context: WriteContext,
  db: Database,
  importId: string,
  options: ProgressOptions,
): Promise<Readonly<{ result: TakenBack; head: LedgerRow | null }>> {
  const row = await undoable(db, importId);
  const job = await beginJob(context.machine, db, 'rebuild');
  try {
    const heads = async (): Promise<Heads> => pastHeads(headsOf(await db.t.ledgers.toArray()), row);
    await fillGeneration(context, db, job, heads, options);
    const undone = await takeBack(context, db, job, importId);
    await clearIdle(db);
    return undone;
  } catch (error) {
    await abandonJob(db, job).catch(() => undefined);
    throw error;
  }
}

function pastHeads(now: Heads, { ledgers }: ImportRow): Heads {
  return new Map([...now, ...ledgers.map(({ ledger, after }) => [ledger, after] as const)]);
}

function takeBack(context: WriteContext, db: Database, job: Job, importId: string) {
  const { t } = db;
  return write(db, 'pictures', async () => {
    await beat(context.machine, db, job);
    const row = await undoable(db, importId);
    const pictures = new Set<Sha256Hex>();
    const emptied = new Set<IssueId>();
    for (const { ledger, after } of row.ledgers) {
      const filled = await emptyPlaces(db, ledger, importId);
      for (const { issueId } of filled) if (issueId !== undefined) emptied.add(issueId);
      for (const picture of await cutBack(db, ledger, after, filled)) pictures.add(picture);
    }
    await t.dirty.bulkPut([...emptied].map((issueId) => ({ issueId })));
    await catchUp(context, db, job, headsOf(await t.ledgers.toArray()));
    await dropUnused(db, [...pictures]);
    await switchGeneration(db, job);
    await t.meta.delete(row.key);
    const body = { importId, entries: row.entries, ledgers: row.ledgers.length };
    const frame = ownFrame(context.machine);
    const { head } = await writeEntries(context, db, [{ ...frame, kind: 'import.undone', body }]);
    return { result: { ok: true, entries: body.entries, ledgers: body.ledgers } as const, head };
  });
}

/** Lines looked at together before they go. */
const PAGE = 1000;

/**
 * Deletes what a ledger says behind `after`, where `emptied` went already. Gives the pictures that all of them named.
 * Inside the caller's transaction.
 */
async function cutBack(
  { t }: Database,
  ledger: LedgerId,
  after: number,
  emptied: readonly EntryRow[],
): Promise<ReadonlySet<Sha256Hex>> {
  const pictures = new Set<Sha256Hex>();
  const captured = new Set<IssueId>();
  const behind = (n: number) =>
    t.entries.where('[ledger+n]').between([ledger, n], [ledger, Infinity], false, true);
  const note = (rows: readonly EntryRow[]): void => {
    for (const { kind, issueId, picture } of rows) {
      if (picture !== undefined) pictures.add(picture);
      if (kind === 'occurrence.captured' && issueId !== undefined) captured.add(issueId);
    }
  };
  note(emptied);
  for (let from = after, full = true; full;) {
    const page = await behind(from).limit(PAGE).toArray();
    note(page);
    full = page.length === PAGE;
    from = page.at(-1)?.n ?? from;
  }
  await behind(after).delete();
  const [head, last] = await Promise.all([t.ledgers.get(ledger), t.entries.get([ledger, after])]);
  if (head === undefined) return pictures;
  if (after === 0) await t.ledgers.delete(ledger);
  else
    await t.ledgers.put({
      ...head,
      n: after,
      link: last?.link ?? GENESIS_LINK,
      issues: Math.max(0, head.issues - captured.size),
      recordedAt: last?.recordedAt ?? head.recordedAt,
    });
  return pictures;
}
