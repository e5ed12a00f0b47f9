import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { backUp, bringIn, type Run, type Saved } from './backup-runs.ts';
import { zipOnce } from './export-runs.ts';
import { told, type Figure, type SectionResult } from './figures.ts';

const ISSUES = 10_000;
/** 200 makes 2 GB of pictures; less for a quick look. */
const PICTURE_KB = Number(process.env.CASEBOOK_BENCH_PICTURE_KB ?? 200);
const HEAP_MB = 300;
const THROUGHPUT = 0.5;

const perSecond = (bytes: number, ms: number): string => `${(bytes / 1e3 / ms).toFixed(0)} MB/s`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function speed(what: string, ours: Saved, zipMs: number): Figure {
  const ratio = zipMs / ours.ms;
  return {
    what: `${what}, ${(ours.bytes / 1e9).toFixed(2)} GB in ${ours.files.length} files`,
    ours: `${seconds(ours.ms)}, ${perSecond(ours.bytes, ours.ms)}`,
    against: `zip -0 ${seconds(zipMs)}, ${perSecond(ours.bytes, zipMs)}`,
    ratio: `${ratio.toFixed(2)}× as fast`,
    bar: `≥ ${THROUGHPUT}×`,
    ok: ratio >= THROUGHPUT,
  };
}

function held(what: string, { heapMb, processMb }: Run): Figure {
  return {
    what: `${what}: peak JavaScript heap above the start`,
    ours: `${heapMb.toFixed(0)} MB`,
    against: `largest growth of one process of the browser ${processMb.toFixed(0)} MB`,
    ratio: '',
    bar: `< ${HEAP_MB} MB`,
    ok: heapMb < HEAP_MB,
  };
}

/** Unpacks what was saved, as a reader would, and packs the same files with `zip -0`. */
async function zippedAgain(files: readonly string[], work: string, name: string): Promise<number> {
  const folder = join(work, name);
  await mkdir(folder);
  for (const file of files) execFileSync('unzip', ['-qq', file, '-d', folder]);
  const ms = await zipOnce(folder, join(work, `${name}.zip`), false);
  execFileSync('rm', ['-r', folder, join(work, `${name}.zip`)]);
  return ms;
}

const LOG = { copy: 'backup', issues: ISSUES, pictureBytes: PICTURE_KB * 1000 } as const;
const HOW = [
  `${ISSUES.toLocaleString('en')} issues with a picture of ${PICTURE_KB} KB each, one run through the screen, from the press of the button to the last file in the download folder, which unzip -t then reads. CASEBOOK_BENCH_PICTURE_KB sets the size of the pictures.`,
  'Above 1.5 GB the file comes in parts; the further ones are saved by their button, which is pressed as soon as it is there.',
  'A process of the browser also holds what is on its way between disk and disk; it is told so that nothing hides there.',
];

export async function backupSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('backup', [LOG], ['restore']);
  const work = await bench.folder();
  console.log('  backing up…');
  const backup = await backUp(session, join(work, 'saved'));
  for (const file of backup.files) execFileSync('unzip', ['-t', '-qq', file]);
  const backupZipMs = await zippedAgain(backup.files, work, 'backup');
  console.log(`  bringing in ${backup.files.length} files, ${backup.bytes} bytes…`);
  const restore = await bringIn(session, backup.files);
  return {
    figures: [
      speed('Backup', backup, backupZipMs),
      held('Backup', backup),
      told(
        'Restore into an empty log, all checked beforehand',
        `${seconds(restore.ms)}, ${perSecond(backup.bytes, restore.ms)}`,
        `looked at before in ${seconds(restore.lookMs)}, ${perSecond(backup.bytes, restore.lookMs)}`,
      ),
      held('Restore', restore),
    ],
    notes: HOW,
  };
}
