import { parseEntryText } from '../domain/ledger/complete-entry.ts';
import type { IssueId, LedgerId } from '../domain/ledger/primitives.ts';
import { EMPTY_TOTALS, readTotals } from './counters.ts';
import { problem, throwIfAborted } from './failure.ts';
import { type Machine, newUuid } from './ledger-writer.ts';
import { EDITION } from './prints.ts';
import { projectIssues } from './project.ts';
import { bandsOf, closeGroups, regroup } from './places.ts';
import { type Heads, headsOf, visible } from './read-entries.ts';
import { clearJob, JOB_SILENT_MS } from './start.ts';
import type { ProgressOptions } from './types/progress.ts';
import {
  activeGeneration,
  activeTables,
  type Database,
  type EntryRow,
  type Job,
  otherGeneration,
  type Totals,
  write,
} from './tables.ts';
import { backupOf, groupByIssue, ownHead, type WriteContext } from './write-entries.ts';

/** Lines read at a time. */
const READ_LINES = 2000;
/** Issues changed meanwhile that the last transaction may still fold. */
const LAST_DIRTY = 100;

/** Makes a job the only one; another that is alive refuses it. */
export async function beginJob(
  machine: Machine,
  db: Database,
  kind: Job['kind'],
  ledgers: readonly LedgerId[] = [],
): Promise<Job> {
  const { t } = db;
  return write(db, 'generation', async () => {
    const running = await t.meta.get('job');
    const now = machine.now().getTime();
    if (running?.key === 'job' && Math.abs(now - running.beat) < JOB_SILENT_MS) throw problem('busy');
    await clearJob(db);
    const active = await activeGeneration(db);
    const to = otherGeneration(active);
    const { ledger } = await ownHead(db);
    await t[to].counters.put({ ...EMPTY_TOTALS, ledger, backup: await lastBackup(db, ledger) });
    await t[to].again?.unprinted.put(EDITION);
    const job: Job = { key: 'job', token: newUuid(machine), kind, to, beat: now, ledgers, pictures: [] };
    await t.meta.put(job);
    return job;
  });
}

async function lastBackup({ t }: Database, ledger: LedgerId): Promise<Totals['backup']> {
  const rows = await t.entries.where('mark').equals('backup.made').toArray();
  const last = rows.filter((row) => row.ledger === ledger).at(-1);
  const parsed = last?.json == null ? null : parseEntryText(last.json);
  return parsed?.ok === true ? backupOf(parsed.entry) : null;
}

/** Says that the job lives; rejects when somebody else took over. Inside the caller's transaction. */
export async function beat(
  machine: Machine,
  { t }: Database,
  job: Job,
  change: Partial<Job> = {},
): Promise<void> {
  const running = await t.meta.get('job');
  if (running?.key !== 'job' || running.token !== job.token) throw problem('aborted');
  await t.meta.put({ ...running, ...change, beat: machine.now().getTime() });
}

export async function abandonJob(db: Database, job: Job): Promise<void> {
  await write(db, 'generation', async () => {
    const running = await db.t.meta.get('job');
    if (running?.key === 'job' && running.token === job.token) await clearJob(db);
  });
}

/** Folds every issue into the job's generation, in many short transactions. `heads`: how far to read each ledger. */
export async function fillGeneration(
  context: WriteContext,
  db: Database,
  job: Job,
  heads: () => Promise<Heads>,
  { signal, onProgress }: ProgressOptions,
): Promise<void> {
  const { t } = db;
  const total = onProgress === undefined ? 0 : await t.entries.count();
  const bands = await bandsOf(db, await heads());
  const grouped = new Set(bands.flat());
  let last = '';
  let done = 0;
  let limit = READ_LINES;
  for (;;) {
    throwIfAborted(signal);
    const rows = await t.entries.where('issueId').above(last).limit(limit).toArray();
    // The last issue of a full page may go on behind it.
    const cut = rows.length < limit ? undefined : rows.at(-1)?.issueId;
    const whole = rows.filter(({ issueId }) => issueId !== cut);
    if (whole.length === 0 && rows.length > 0) {
      limit *= 2;
      continue;
    }
    const alone = whole.filter(({ issueId }) => issueId !== undefined && !grouped.has(issueId));
    if (alone.length > 0) await projectInto(context, db, job, alone, await heads());
    last = whole.at(-1)?.issueId ?? last;
    done += whole.length;
    onProgress?.(Math.min(done, total), total);
    if (cut === undefined) break;
    limit = READ_LINES;
  }
  for (const ids of bands) {
    throwIfAborted(signal);
    const seen = await heads();
    await write(db, null, async () => {
      await beat(context.machine, db, job);
      await projectGroups(context, db, job, ids, seen);
    });
  }
  while ((await t.dirty.count()) > LAST_DIRTY) {
    throwIfAborted(signal);
    const seen = await heads();
    await write(db, null, async () => {
      await beat(context.machine, db, job);
      await catchUp(context, db, job, seen);
    });
  }
}

async function projectInto(
  context: WriteContext,
  db: Database,
  job: Job,
  rows: readonly EntryRow[],
  heads: Heads,
) {
  const ids = [...new Set(rows.flatMap(({ issueId }) => (issueId === undefined ? [] : [issueId])))];
  const gen = db.t[job.to];
  await write(db, null, async () => {
    await beat(context.machine, db, job);
    const totals = await readTotals(gen);
    const lines = groupByIssue(ids, visible(rows, heads));
    await projectIssues({ gen, totals, lines, damaged: context.damaged, now: true });
  });
}

/** Folds the issues that changed since they were read; inside the caller's transaction. */
export async function catchUp(context: WriteContext, db: Database, job: Job, heads: Heads): Promise<void> {
  const { t } = db;
  const dirty = await t.dirty.toArray();
  const ids: IssueId[] = dirty.map(({ issueId }) => issueId);
  if (ids.length === 0) return;
  await projectGroups(context, db, job, ids, heads);
  await t.dirty.clear();
}

/** Issues and all that belong to their groups. */
async function projectGroups(
  context: WriteContext,
  db: Database,
  job: Job,
  issues: readonly IssueId[],
  heads: Heads,
): Promise<void> {
  const gen = db.t[job.to];
  const { ids, rows, places } = await closeGroups(db, gen, issues, heads);
  const { lines, parsed } = regroup(ids, rows, context.damaged);
  await projectIssues({
    gen,
    totals: await readTotals(gen),
    lines,
    parsed,
    places,
    damaged: context.damaged,
    now: true,
  });
}

/** Makes the job's generation the one everybody reads; inside the caller's transaction. */
export async function switchGeneration(db: Database, job: Job): Promise<void> {
  const { t } = db;
  const now = await readTotals(await activeTables(db));
  const gen = t[job.to];
  const made = await readTotals(gen);
  // A backup or a new ledger of the meantime belongs to the log, not to one generation.
  const same = made.backup?.n === now.backup?.n && made.ledger === now.ledger;
  const { ledger, backup, sinceBackup } = same ? made : now;
  await gen.counters.put({ ...made, ledger, backup, sinceBackup, textsVersion: now.textsVersion + 1 });
  await t.meta.put({ key: 'active', generation: job.to });
  await t.meta.delete('job');
}

/** Empties the generation nobody reads any more. */
export async function clearIdle(db: Database): Promise<void> {
  await write(db, 'generation', async () => {
    if ((await db.t.meta.get('job')) === undefined) await clearJob(db);
  });
}

export async function rebuildProjections(
  context: WriteContext,
  db: Database,
  options: ProgressOptions,
): Promise<Readonly<{ ok: true; issues: number }>> {
  const job = await beginJob(context.machine, db, 'rebuild');
  const heads = async (): Promise<Heads> => headsOf(await db.t.ledgers.toArray());
  try {
    await fillGeneration(context, db, job, heads, options);
    const issues = await write(db, null, async () => {
      await beat(context.machine, db, job);
      await catchUp(context, db, job, headsOf(await db.t.ledgers.toArray()));
      await switchGeneration(db, job);
      const { all, trash } = await readTotals(db.t[job.to]);
      return all + trash;
    });
    await clearIdle(db);
    return { ok: true, issues };
  } catch (error) {
    await abandonJob(db, job).catch(() => undefined);
    throw error;
  }
}
