import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import {
  BIG_LOG,
  BIG_LOG_NOTES,
  held,
  openBigLog,
  seconds,
  speed,
  throughput,
  unpackAll,
  zipped,
} from './big-log.ts';
import { floorOf, packUp, picturesIn } from './backup-runs.ts';
import { told, type SectionResult } from './figures.ts';

/** Nobody looks through what 10,000 issues give away in less. */
const LOOK_MS = 30_000;

export async function packSection(bench: Bench): Promise<SectionResult> {
  const session = await openBigLog(bench);
  const work = await bench.folder();
  console.log('  making the pack…');
  const looked = await packUp(session, join(work, 'looked'), LOOK_MS);
  const folder = await unpackAll(looked.files, work, 'pack');
  // Every file that was saved is what its sum says.
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
  const floorMs = await floorOf(session, picturesIn(looked.files));
  const zipMs = await zipped(folder, work);
  await rm(folder, { recursive: true });
  console.log('  making it at once…');
  const atOnce = await packUp(session, join(work, 'at-once'), 0);
  return {
    figures: [
      ...speed('Evidence pack, after a look at the preview', looked, zipMs, floorMs),
      throughput('Evidence pack, the button pressed at once', atOnce, zipMs),
      held('Evidence pack', { ...atOnce, heapMb: Math.max(looked.heapMb, atOnce.heapMb) }),
      told(`The look at all ${BIG_LOG.issues.toLocaleString('en')} issues before`, seconds(looked.previewMs)),
    ],
    notes: [
      ...BIG_LOG_NOTES,
      `While the preview is looked at (here ${LOOK_MS / 1000} s after the format was chosen), the pack is written, signed and read back; the press hands it over if no ledger has grown since. Pressed at once, all of that is waited for.`,
      'A pack holds an own file for each entry beside the pictures, and so does what zip -0 is given. sha256sum checks all of it.',
    ],
  };
}
