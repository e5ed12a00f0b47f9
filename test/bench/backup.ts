import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import {
  BIG_LOG_NOTES,
  held,
  openBigLog,
  perSecond,
  seconds,
  speed,
  throughput,
  unpackAll,
  zipped,
} from './big-log.ts';
import { backUp, bringIn, floorOf, picturesIn } from './backup-runs.ts';
import { settleDisk } from './export-runs.ts';
import { told, type SectionResult } from './figures.ts';
import { restoreFloorOf } from './restore-floor.ts';

/** Somebody reads when the last backup was made, and thinks about a password. */
const LOOK_MS = 15_000;

export async function backupSection(bench: Bench): Promise<SectionResult> {
  const session = await openBigLog(bench);
  const work = await bench.folder();
  console.log('  backing up…');
  const backup = await backUp(session, join(work, 'saved'), LOOK_MS);
  for (const file of backup.files) execFileSync('unzip', ['-t', '-qq', file]);
  const folder = await unpackAll(backup.files, work, 'backup');
  const floorMs = await floorOf(session, picturesIn(backup.files));
  const zipMs = await zipped(folder, work);
  await rm(folder, { recursive: true });
  console.log('  backing up at once…');
  const atOnce = await backUp(session, join(work, 'at-once'), 0);
  console.log(`  bringing in ${backup.files.length} files, ${backup.bytes} bytes…`);
  await session.browser.close();
  const fresh = await bench.openEmpty(['restore']);
  settleDisk();
  const restore = await bringIn(fresh, backup.files);
  const bareMs = await restoreFloorOf(fresh, backup.files);
  return {
    figures: [
      ...speed('Backup that was due, the screen looked at before', backup, zipMs, floorMs),
      throughput('Backup, the button pressed at once', atOnce, zipMs),
      held('Backup', { ...atOnce, heapMb: Math.max(backup.heapMb, atOnce.heapMb) }),
      throughput('Restore into an empty log', { ...backup, ms: restore.ms }, zipMs),
      told(
        'The floor: the browser alone stores the same rows and pieces of the same files, as large as the pictures (told, no bar)',
        seconds(bareMs),
        `zip -0 ${seconds(zipMs)}`,
      ),
      told(
        'Looking at the backup before: all of it read and checked',
        `${seconds(restore.lookMs)}, ${perSecond(backup.bytes, restore.lookMs)}`,
      ),
      held('Restore', restore),
    ],
    notes: [
      ...BIG_LOG_NOTES,
      `Where a backup is due, it is written and read back while the data screen is open (here for ${LOOK_MS / 1000} s); the press hands it over if nothing has changed since. Otherwise all of that is waited for.`,
      'Restored is in a browser that was started for it, as on a new machine. unzip -t reads every file.',
    ],
  };
}
