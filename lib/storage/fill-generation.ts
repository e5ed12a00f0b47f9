import type { IssueId } from '../domain/ledger/primitives.ts';
import { readTotals } from './counters.ts';
import { throwIfAborted } from './failure.ts';
import { beat } from './job.ts';
import { makeIssues } from './make-issues.ts';
import { bandsOf, closeGroups, regroup } from './places.ts';
import { projectIssues } from './project.ts';
import { type Heads, visible } from './read-entries.ts';
import { type Database, type EntryRow, type Job, write } from './tables.ts';
import type { ProgressOptions } from './types/progress.ts';
import { groupByIssue, type WriteContext } from './write-entries.ts';

/** Lines read at a time. */
const READ_LINES = 1000;
/** Issues of bands that are folded together; a band is never parted. */
const BAND_ISSUES = 500;
/** Issues changed meanwhile that the last transaction may still fold. */
const LAST_DIRTY = 100;

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
  let done = 0;
  let filling: Promise<unknown> = Promise.resolve();
  for await (const whole of linesByIssue(db)) {
    throwIfAborted(signal);
    const alone = whole.filter(({ issueId }) => issueId !== undefined && !grouped.has(issueId));
    const fill = await projectInto(context, db, job, alone, await heads());
    // The next lines are read and folded while the database is busy with these.
    await filling;
    filling = fill();
    filling.catch(() => undefined);
    done += whole.length;
    onProgress?.(Math.min(done, total), total);
  }
  await filling;
  for (const ids of together(bands)) {
    throwIfAborted(signal);
    const seen = await heads();
    await write(db, null, async () => {
      await beat(context.machine, db, job);
      await projectGroups(context, db, job, ids, seen);
    });
  }
  onProgress?.(total, total);
  while ((await t.dirty.count()) > LAST_DIRTY) {
    throwIfAborted(signal);
    const seen = await heads();
    await write(db, null, async () => {
      await beat(context.machine, db, job);
      await catchUp(context, db, job, seen);
    });
  }
}

/** All lines that are about issues, never parting those of one issue. */
async function* linesByIssue({ t }: Database): AsyncGenerator<readonly EntryRow[]> {
  let last = '';
  let limit = READ_LINES;
  for (;;) {
    const rows = await t.entries.where('issueId').above(last).limit(limit).toArray();
    // The last issue of a full page may go on behind it.
    const cut = rows.length < limit ? undefined : rows.at(-1)?.issueId;
    const whole = rows.filter(({ issueId }) => issueId !== cut);
    if (whole.length > 0) yield whole;
    if (cut === undefined) return;
    limit = whole.length === 0 ? limit * 2 : READ_LINES;
    last = whole.at(-1)?.issueId ?? last;
  }
}

/** Whole bands, as many as make a transaction worth its while. */
function together(bands: readonly (readonly IssueId[])[]): IssueId[][] {
  const batches: IssueId[][] = [];
  for (const band of bands) {
    const last = batches.at(-1);
    if (last !== undefined && last.length + band.length <= BAND_ISSUES) last.push(...band);
    else batches.push([...band]);
  }
  return batches;
}

/** One strict transaction over the generation that nobody reads: the ledger can be read meanwhile. */
async function writeIdle({ dexie, t }: Database, { to }: Job, work: () => Promise<void>): Promise<void> {
  const { issues, texts, fresh, counters, again } = t[to];
  const tables = [t.meta, issues, texts, fresh, counters, ...Object.values(again ?? {})];
  await dexie.transaction('rw', tables, async () => work());
}

/** Folds issues that stand alone; what it gives stores them. */
async function projectInto(
  context: WriteContext,
  db: Database,
  job: Job,
  rows: readonly EntryRow[],
  heads: Heads,
): Promise<() => Promise<void>> {
  const ids = [...new Set(rows.flatMap(({ issueId }) => (issueId === undefined ? [] : [issueId])))];
  const lines = groupByIssue(ids, visible(rows, heads));
  const made = await makeIssues(lines, context.damaged);
  const gen = db.t[job.to];
  return async () => {
    if (ids.length === 0) return;
    await writeIdle(db, job, async () => {
      await beat(context.machine, db, job);
      const totals = await readTotals(gen);
      // Each comes once, and the generation was empty at the beginning.
      await projectIssues({ gen, totals, present: [], lines, made, damaged: context.damaged, now: true });
    });
  };
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
