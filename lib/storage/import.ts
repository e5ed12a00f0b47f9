import { ledgerCode } from '../domain/ledger/ledger-code.ts';
import type { LedgerId } from '../domain/ledger/primitives.ts';
import { throwIfAborted } from './failure.ts';
import { importRow } from './import-row.ts';
import { type Plan, planImport, rowsToErase } from './inspect-import.ts';
import { instantOf, newUuid, ownFrame } from './ledger-writer.ts';
import { letOriginalsGo, storedRemovals } from './originals.ts';
import { dropUnused } from './pictures.ts';
import { eraseRow } from './purge.ts';
import { type Heads, headsOf } from './read-entries.ts';
import { catchUp, fillGeneration } from './fill-generation.ts';
import { abandonJob, beat, beginJob, clearIdle, switchGeneration } from './job.ts';
import { filledLedgers, stageLines } from './stage-import.ts';
import { stagePictures } from './stage-pictures.ts';
import type { ImportOptions, ImportSource, ImportStep, ImportSummary } from './types/import.ts';
import type { ProgressOptions } from './types/progress.ts';
import { type Database, type Job, type LedgerRow, write } from './tables.ts';
import { asideOf, fillPlaces } from './withheld.ts';
import { ownHead, startOwnLedger, type WriteContext, writeEntries } from './write-entries.ts';

export type Imported = Readonly<{ summary: ImportSummary; head: LedgerRow | null }>;

/**
 * The union of the stored ledgers and those of the file. New lines are stored behind the heads of their ledgers,
 * where nobody looks, and folded into the other generation; one short transaction at the end makes all of it visible.
 */
export async function importAll(
  context: WriteContext,
  db: Database,
  source: ImportSource,
  options: ImportOptions,
): Promise<Imported> {
  const plan = await planImport(db, source, during(options, 'checking'));
  const { added, withheld, erased } = plan.summary;
  if (added + withheld + erased === 0) return { summary: plan.summary, head: null };
  const filled = filledLedgers(plan);
  const job = await beginJob(context.machine, db, 'import', [...plan.ledgers.keys(), ...filled.map(asideOf)]);
  try {
    const restarted = await leaveLedgerBehind(context, db, plan);
    const wanted = await stageLines(context, db, job, plan, source, during(options, 'storing'));
    const heads = async (): Promise<Heads> => futureHeads(headsOf(await db.t.ledgers.toArray()), plan);
    const missingPictures = await beside(
      options,
      (during) => stagePictures(context, db, job, { wanted, source }, during),
      (during) => fillGeneration(context, db, job, heads, during),
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

function during({ signal, onProgress }: ImportOptions, step: ImportStep): ProgressOptions {
  return {
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (done, total) => onProgress(done, total, step) }),
  };
}

/**
 * Pictures are copied by the browser while issues are made by us. Whichever fails stops the other; both have ended when
 * this does. Told is how far the pictures are, and the issues once those are done.
 */
async function beside(
  options: ImportOptions,
  pictures: (during: ProgressOptions) => Promise<number>,
  issues: (during: ProgressOptions) => Promise<void>,
): Promise<number> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const failures: unknown[] = [];
  const failed = (error: unknown): void => {
    failures.push(error);
    stop.abort();
  };
  let missing: number | null = null;
  const tell = during(options, 'joining').onProgress;
  await Promise.all([
    pictures({ ...during(options, 'pictures'), signal }).then((count) => void (missing = count), failed),
    issues({ signal, onProgress: (done, total) => missing !== null && tell?.(done, total) }).catch(failed),
  ]);
  if (missing === null || failures.length > 0) throw failures[0];
  return missing;
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

function futureHeads(now: Heads, plan: Plan): Heads {
  const heads = new Map(now);
  for (const [ledger, { n }] of plan.ledgers) heads.set(ledger, Math.max(n, heads.get(ledger) ?? 0));
  for (const ledger of filledLedgers(plan)) heads.set(asideOf(ledger), Infinity);
  return heads;
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
    const row = importRow({ ...body, at: instantOf(context.machine), own }, plan, present);
    // What only erased brought nothing that could be taken back.
    if (row.ledgers.length > 0) await t.meta.put(row);
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
