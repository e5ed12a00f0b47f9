import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { BIG_LOG_NOTES, held, openBigLog, perSecond, seconds, speed, unpackAll, zipped } from './big-log.ts';
import { backUp, bringIn, floorOf, picturesIn } from './backup-runs.ts';
import { told, type SectionResult } from './figures.ts';

export async function backupSection(bench: Bench): Promise<SectionResult> {
  const session = await openBigLog(bench, ['restore']);
  const work = await bench.folder();
  console.log('  backing up…');
  const backup = await backUp(session, join(work, 'saved'));
  for (const file of backup.files) execFileSync('unzip', ['-t', '-qq', file]);
  const folder = await unpackAll(backup.files, work, 'backup');
  const floorMs = await floorOf(session, picturesIn(backup.files));
  const zipMs = await zipped(folder, work);
  await rm(folder, { recursive: true });
  console.log(`  bringing in ${backup.files.length} files, ${backup.bytes} bytes…`);
  const restore = await bringIn(session, backup.files);
  return {
    figures: [
      ...speed('Backup', backup, zipMs, floorMs),
      held('Backup', backup),
      told(
        'Restore into an empty log, all checked beforehand',
        `${seconds(restore.ms)}, ${perSecond(backup.bytes, restore.ms)}`,
        `looked at before in ${seconds(restore.lookMs)}, ${perSecond(backup.bytes, restore.lookMs)}`,
      ),
      held('Restore', restore),
    ],
    notes: [...BIG_LOG_NOTES, 'unzip -t reads every file.'],
  };
}
