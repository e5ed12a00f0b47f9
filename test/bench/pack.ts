import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { BIG_LOG, BIG_LOG_NOTES, held, openBigLog, seconds, speed, unpackAll, zipped } from './big-log.ts';
import { floorOf, packUp, picturesIn } from './backup-runs.ts';
import { told, type SectionResult } from './figures.ts';

export async function packSection(bench: Bench): Promise<SectionResult> {
  const session = await openBigLog(bench);
  const work = await bench.folder();
  console.log('  making the pack…');
  const pack = await packUp(session, join(work, 'saved'));
  const folder = await unpackAll(pack.files, work, 'pack');
  // Every file that was saved is what its sum says.
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
  const floorMs = await floorOf(session, picturesIn(pack.files));
  const zipMs = await zipped(folder, work);
  return {
    figures: [
      ...speed('Evidence pack', pack, zipMs, floorMs),
      held('Evidence pack', pack),
      told(`The look at all ${BIG_LOG.issues.toLocaleString('en')} issues before`, seconds(pack.previewMs)),
    ],
    notes: [
      ...BIG_LOG_NOTES,
      'A pack holds an own file for each entry beside the pictures, and so does what zip -0 is given. sha256sum checks all of it.',
    ],
  };
}
