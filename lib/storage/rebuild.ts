import { catchUp, fillGeneration } from './fill-generation.ts';
import { abandonJob, beat, beginJob, clearIdle, switchGeneration } from './job.ts';
import { readTotals } from './counters.ts';
import { type Heads, headsOf } from './read-entries.ts';
import { type Database, write } from './tables.ts';
import type { ProgressOptions } from './types/progress.ts';
import type { WriteContext } from './write-entries.ts';

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
