import { parseEntryText } from '../domain/ledger/complete-entry.ts';
import type { LedgerId } from '../domain/ledger/primitives.ts';
import { EMPTY_TOTALS, readTotals } from './counters.ts';
import { problem } from './failure.ts';
import { type Machine, newUuid } from './ledger-writer.ts';
import { EDITION } from './prints.ts';
import { clearJob, JOB_SILENT_MS } from './start.ts';
import {
  activeGeneration,
  activeTables,
  type Database,
  type Job,
  otherGeneration,
  type Totals,
  write,
} from './tables.ts';
import { backupOf, ownHead } from './write-entries.ts';

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
    const job: Job = { key: 'job', token: newUuid(machine), kind, to, beat: now, ledgers };
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

/** When a job was last found to be the one that runs, by the clock of this machine. */
const found = new WeakMap<Job, number>();
/** Nobody takes over a job that gave a sign of life so lately: see `JOB_SILENT_MS`. */
const SURE_MS = 10_000;

/** Says that the job lives; rejects when somebody else took over. Inside the caller's transaction. */
export async function beat(machine: Machine, { t }: Database, job: Job): Promise<void> {
  const running = await t.meta.get('job');
  if (running?.key !== 'job' || running.token !== job.token) throw problem('aborted');
  const now = machine.now().getTime();
  found.set(job, now);
  await t.meta.put({ ...running, beat: now });
}

/**
 * The same in a transaction of its own, unless it was done a moment ago. What is then written at once, beside the ledger,
 * is still the job's, and need not wait for those who write the ledger.
 */
export async function beatNowAndThen(machine: Machine, db: Database, job: Job): Promise<void> {
  const last = found.get(job);
  if (last !== undefined && Math.abs(machine.now().getTime() - last) < SURE_MS) return;
  await db.dexie.transaction('rw', db.t.meta, async () => beat(machine, db, job));
}

export async function abandonJob(db: Database, job: Job): Promise<void> {
  await write(db, 'generation', async () => {
    const running = await db.t.meta.get('job');
    if (running?.key === 'job' && running.token === job.token) await clearJob(db);
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
