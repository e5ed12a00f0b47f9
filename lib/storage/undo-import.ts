import { GENESIS_LINK } from '../domain/ledger/chain.ts';
import type { IssueId, LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { problem } from './failure.ts';
import { ownFrame } from './ledger-writer.ts';
import { dropUnused } from './pictures.ts';
import { type Heads, headsOf } from './read-entries.ts';
import {
  abandonJob,
  beat,
  beginJob,
  catchUp,
  clearIdle,
  fillGeneration,
  switchGeneration,
} from './rebuild.ts';
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
      const gone = [...filled, ...(await cutBack(db, ledger, after, filled))];
      for (const { picture } of gone) if (picture !== undefined) pictures.add(picture);
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

/** Deletes what a ledger says behind `after`, where `emptied` went already, and gives it as it was. Inside the caller's transaction. */
async function cutBack(
  { t }: Database,
  ledger: LedgerId,
  after: number,
  emptied: readonly EntryRow[],
): Promise<readonly EntryRow[]> {
  const behind = t.entries.where('[ledger+n]').between([ledger, after], [ledger, Infinity], false, true);
  const gone = await behind.toArray();
  await behind.delete();
  const [head, last] = await Promise.all([t.ledgers.get(ledger), t.entries.get([ledger, after])]);
  if (head === undefined) return gone;
  const captured = new Set(
    [...gone, ...emptied].flatMap(({ kind, issueId }) =>
      kind === 'occurrence.captured' && issueId !== undefined ? [issueId] : [],
    ),
  );
  if (after === 0) await t.ledgers.delete(ledger);
  else
    await t.ledgers.put({
      ...head,
      n: after,
      link: last?.link ?? GENESIS_LINK,
      issues: Math.max(0, head.issues - captured.size),
      recordedAt: last?.recordedAt ?? head.recordedAt,
    });
  return gone;
}
