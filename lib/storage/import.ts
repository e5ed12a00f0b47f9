import type { LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';
import { ledgerCode } from '../domain/ledger/ledger-code.ts';
import { problem, throwIfAborted } from './failure.ts';
import { checkedEntry, notStored, type Plan, planImport, rowsToErase } from './inspect-import.ts';
import { namedBytes, type NamedBytes } from '../domain/issue/named-bytes.ts';
import { eraseMark, instantOf, newUuid, ownFrame, rowOfEntry } from './ledger-writer.ts';
import { letOriginalsGo, markOf, storedRemovals } from './originals.ts';
import { dropUnused } from './pictures.ts';
import { eraseRow } from './purge.ts';
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
import type { ImportLine, ImportSource, ImportSummary } from './types/import.ts';
import type { StoredBlob } from './types/picture.ts';
import type { ProgressOptions } from './types/progress.ts';
import { type Database, type EntryRow, type ImportRow, type Job, type LedgerRow, write } from './tables.ts';
import { asideOf, fillPlaces, fillsPlace, ledgerOf, placeOnly } from './withheld.ts';
import { ownHead, startOwnLedger, type WriteContext, writeEntries } from './write-entries.ts';

/** Pictures stored per transaction, in bytes. */
const PICTURE_BATCH = 16 * 1024 * 1024;

export type Imported = Readonly<{ summary: ImportSummary; head: LedgerRow | null }>;

/**
 * The union of the stored ledgers and those of the file. New lines are stored behind the heads of their ledgers,
 * where nobody looks, and folded into the other generation; one short transaction at the end makes all of it visible.
 */
export async function importAll(
  context: WriteContext,
  db: Database,
  source: ImportSource,
  options: ProgressOptions & Readonly<{ importId?: string }>,
): Promise<Imported> {
  const plan = await planImport(db, source, { ...(options.signal && { signal: options.signal }) });
  const { added, withheld, erased } = plan.summary;
  if (added + withheld + erased === 0) return { summary: plan.summary, head: null };
  const filled = filledLedgers(plan);
  const job = await beginJob(context.machine, db, 'import', [...plan.ledgers.keys(), ...filled.map(asideOf)]);
  try {
    const restarted = await leaveLedgerBehind(context, db, plan);
    const missingPictures = await stage(context, db, job, plan, source, options);
    const heads = async (): Promise<Heads> => futureHeads(headsOf(await db.t.ledgers.toArray()), plan);
    await fillGeneration(
      context,
      db,
      job,
      heads,
      options.signal === undefined ? {} : { signal: options.signal },
    );
    throwIfAborted(options.signal);
    const importId = (options.importId ?? newUuid(context.machine)).slice(0, 60);
    const head = await makeVisible(context, db, job, plan, { importId, own: restarted !== null });
    await clearIdle(db);
    return { summary: { ...plan.summary, missingPictures }, head: head ?? restarted };
  } catch (error) {
    await abandonJob(db, job).catch(() => undefined);
    throw error;
  }
}

/**
 * The file knows more of my own ledger than this database does (an old profile was put back). Writing on would give
 * two entries the same number, so a new ledger begins.
 */
async function leaveLedgerBehind(context: WriteContext, db: Database, plan: Plan): Promise<LedgerRow | null> {
  return write(db, null, async () => {
    const own = await ownHead(db);
    const incoming = plan.ledgers.get(own.ledger);
    if (incoming === undefined || incoming.n <= own.n) return null;
    const after = { ledger: own.ledger, n: incoming.n, link: incoming.link };
    return startOwnLedger(context, db, { reason: 'restored', after }, ownFrame(context.machine));
  });
}

async function stage(
  context: WriteContext,
  db: Database,
  job: Job,
  plan: Plan,
  source: ImportSource,
  { signal, onProgress }: ProgressOptions,
): Promise<number> {
  const { t } = db;
  const heads = headsOf(await t.ledgers.toArray());
  let done = 0;
  let missing = 0;
  for await (const lines of source.lines()) {
    throwIfAborted(signal);
    const news = lines.filter(({ ledger, n }) => n > (heads.get(ledger) ?? 0));
    const fills = await fillsAmong(db, plan, lines);
    const rows = await Promise.all(
      [...news, ...fills].map(async (line) => {
        const row = await stagedRow(db, plan, line);
        return fills.includes(line) ? { ...row, ledger: asideOf(row.ledger) } : row;
      }),
    );
    const named = rows.flatMap((row) => namedIn(row, plan));
    const sizes = new Map(named.map(({ sha256, bytes }) => [sha256, bytes]));
    missing += await stagePictures(context, db, job, source, sizes);
    await write(db, null, async () => {
      await beat(context.machine, db, job);
      await t.entries.bulkAdd(rows);
    });
    done += lines.length;
    onProgress?.(done, plan.summary.entries);
  }
  if (done !== plan.summary.entries) throw problem('aborted');
  return missing;
}

/** Checked again, because the second reading of a file need not give what the first did. */
async function stagedRow({ t }: Database, plan: Plan, line: ImportLine): Promise<EntryRow> {
  const { sha256, link } = line;
  if ('withheld' in line) return placeOnly(line);
  const entry = checkedEntry(line);
  if ('erased' in line || entry === null) {
    if (!('erased' in line)) throw problem('invalid');
    const { erased: _erased, ...kept } = line.erased;
    const { issueId, ...always } = kept;
    const row = { ...always, sha256, link, json: null };
    return issueId === undefined ? row : { ...row, issueId };
  }
  const row = rowOfEntry(entry, { json: line.json, sha256, link });
  const mark = eraseMark(line.ledger, line.n);
  // An erasure wins whichever of the two comes first.
  const erased = plan.erasures.has(mark) || (await t.entries.where('mark').equals(mark).count()) > 0;
  return erased && row.kind !== 'entry.erased' ? eraseRow(row) : row;
}

async function stagePictures(
  context: WriteContext,
  db: Database,
  job: Job,
  source: ImportSource,
  sizes: ReadonlyMap<Sha256Hex, number>,
): Promise<number> {
  let batch: StoredBlob[] = [];
  let bytes = 0;
  let missing = 0;
  const flush = async (): Promise<void> => {
    const pictures = batch;
    batch = [];
    bytes = 0;
    if (pictures.length === 0) return;
    await write(db, 'pictures', async () => {
      const running = await db.t.meta.get('job');
      const before = running?.key === 'job' ? running.pictures : [];
      await beat(context.machine, db, job, {
        pictures: [...before, ...pictures.map(({ sha256 }) => sha256)],
      });
      await db.t.blobs.bulkPut(pictures);
    });
  };
  for (const sha256 of await notStored(db, [...sizes.keys()])) {
    const picture = await source.picture(sha256);
    if (picture === null || picture.sha256 !== sha256 || picture.blob.size !== sizes.get(sha256)) {
      missing += 1;
      continue;
    }
    batch.push(picture);
    bytes += picture.bytes;
    if (bytes >= PICTURE_BATCH) await flush();
  }
  await flush();
  return missing;
}

/** Bytes that a staged line needs; none when they were removed on purpose. */
function namedIn(row: EntryRow, plan: Plan): NamedBytes[] {
  if (row.picture === undefined || row.json === null) return [];
  const entry = checkedEntry({ ...row, ledger: ledgerOf(row.ledger), json: row.json });
  const named = entry === null ? null : namedBytes(entry);
  return named === null || plan.removed.has(markOf(named)) ? [] : [named];
}

function futureHeads(now: Heads, plan: Plan): Heads {
  const heads = new Map(now);
  for (const [ledger, { n }] of plan.ledgers) heads.set(ledger, Math.max(n, heads.get(ledger) ?? 0));
  for (const ledger of filledLedgers(plan)) heads.set(asideOf(ledger), Infinity);
  return heads;
}

/** Ledgers of which lines stand here by their place only, and the file has them. */
function filledLedgers({ ledgers }: Plan): LedgerId[] {
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

function makeVisible(
  context: WriteContext,
  db: Database,
  job: Job,
  plan: Plan,
  { importId, own }: Readonly<{ importId: string; own: boolean }>,
): Promise<LedgerRow | null> {
  const { t } = db;
  return write(db, 'pictures', async () => {
    await beat(context.machine, db, job);
    const present = new Map((await t.ledgers.toArray()).map((row) => [row.ledger, row]));
    for (const ledger of filledLedgers(plan)) await fillPlaces(db, ledger, importId);
    // A removal of another ledger speaks for lines that are new here, not for those that were here before.
    await letOriginalsGo(
      db,
      (await storedRemovals(db)).filter(
        ({ ledger, n }) => n <= Math.max(present.get(ledger)?.n ?? 0, plan.ledgers.get(ledger)?.n ?? 0),
      ),
      (row, { ledger }) =>
        row.n > (present.get(row.ledger)?.n ?? 0) || ledger === row.ledger || ledger === plan.own,
    );
    for (const [ledger, incoming] of plan.ledgers) {
      const old = present.get(ledger);
      if (old !== undefined && incoming.added === 0) continue;
      await t.ledgers.put(advanced(old, ledger, incoming));
    }
    const doomed = await rowsToErase(db, plan);
    await t.entries.bulkPut(doomed.map(eraseRow));
    await t.dirty.bulkPut(doomed.flatMap(({ issueId }) => (issueId === undefined ? [] : [{ issueId }])));
    await catchUp(context, db, job, headsOf(await t.ledgers.toArray()));
    await dropUnused(
      db,
      doomed.flatMap(({ picture }) => (picture === undefined ? [] : [picture])),
    );
    await switchGeneration(db, job);
    const body = { importId, entries: plan.summary.added, ledgers: plan.ledgers.size };
    await t.meta.put(importRow(body, plan, present, own, context));
    const { head } = await writeEntries(context, db, [
      { ...ownFrame(context.machine), kind: 'import.merged', body },
    ]);
    return head;
  });
}

function advanced(
  old: LedgerRow | undefined,
  ledger: LedgerId,
  incoming: Plan['ledgers'] extends ReadonlyMap<unknown, infer V> ? V : never,
): LedgerRow {
  const { n, link, recordedAt, issues } = incoming;
  const base = old ?? { ledger, own: false, code: ledgerCode(ledger), issues: 0 };
  const counted = { ...base, issues: base.issues + issues.size };
  return old !== undefined && old.n >= n ? { ...old, ...counted } : { ...counted, n, link, recordedAt };
}

function importRow(
  { importId, entries }: Readonly<{ importId: string; entries: number }>,
  plan: Plan,
  present: ReadonlyMap<LedgerId, LedgerRow>,
  own: boolean,
  { machine }: WriteContext,
): ImportRow {
  const ledgers = [...plan.ledgers].flatMap(([ledger, { n, added }]) => {
    const after = present.get(ledger)?.n ?? 0;
    return added === 0 ? [] : [{ ledger, code: ledgerCode(ledger), after, upTo: Math.max(n, after) }];
  });
  return { key: `import:${importId}`, importId, at: instantOf(machine), entries, ledgers, own };
}
