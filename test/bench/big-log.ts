import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchSession } from './bench.ts';
import type { Run, Saved } from './backup-runs.ts';
import { folderOf, type Copy } from './copies.ts';
import { zipOnce } from './export-runs.ts';
import { median, told, type Figure } from './figures.ts';
import { seedScript } from './seeding.ts';

const ISSUES = 10_000;
/** 200 makes 2 GB of pictures; less for a quick look. */
const PICTURE_KB = Number(process.env.CASEBOOK_BENCH_PICTURE_KB ?? 200);
const HEAP_MB = 300;
const THROUGHPUT = 0.5;
const ZIP_ROUNDS = 2;

export const BIG_LOG = { copy: 'backup', issues: ISSUES, pictureBytes: PICTURE_KB * 1000 } as const;

export const BIG_LOG_NOTES = [
  `${ISSUES.toLocaleString('en')} issues with a picture of ${PICTURE_KB} KB each, their accounts made, one run through the screen, from the press of the button to the last file in the download folder; the disk settled (sync) before each. CASEBOOK_BENCH_PICTURE_KB sets the size of the pictures.`,
  'Above 1.5 GB the file comes in parts; the further ones are saved by their button, which is pressed as soon as it is there.',
  'The floor is the time that Chrome needs to save Blobs of the same pictures, in as many parts, that lie ready and hold nothing else: what is composed of stored pictures cannot be saved faster (docs/decisions/0016, 0029).',
  'A process of the browser also holds what is on its way between disk and disk; it is told so that nothing hides there.',
];

/** A browser with that log, as a person has it who has looked at it before. */
export async function openBigLog(bench: Bench, empty: readonly Copy[] = []): Promise<BenchSession> {
  const session = await bench.openSeeded('backup', [BIG_LOG], empty);
  const folder = folderOf(BIG_LOG.copy);
  const following = await session.browser.extensionPage(folder, 'options.html#/data');
  const watching = await session.browser.extensionPage(folder, 'manifest.json');
  await watching.evaluate(await seedScript());
  await watching.evaluate('casebookBench.followed()');
  await watching.close();
  await following.close();
  return session;
}

export const perSecond = (bytes: number, ms: number): string => `${(bytes / 1e3 / ms).toFixed(0)} MB/s`;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Unpacks what was saved into a folder of this name, as a reader would; its path. */
export async function unpackAll(files: readonly string[], work: string, name: string): Promise<string> {
  const folder = join(work, name);
  await mkdir(folder);
  for (const file of files) execFileSync('unzip', ['-qq', file, '-d', folder]);
  return folder;
}

/** Milliseconds of `zip -0` of all files of a folder. */
export async function zipped(folder: string, work: string): Promise<number> {
  const target = join(work, 'compared.zip');
  const ms: number[] = [];
  for (let round = 0; round < ZIP_ROUNDS; round += 1) ms.push(await zipOnce(folder, target, false));
  execFileSync('rm', [target]);
  return median(ms);
}

/** What was saved against `zip -0` of the same files. */
export function throughput(what: string, ours: Saved, zipMs: number): Figure {
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

/** The same, and what the browser alone reaches. */
export function speed(what: string, ours: Saved, zipMs: number, floorMs: number): Figure[] {
  const floor = told(
    'The floor: the browser alone saves bare Blobs of the same pictures (told, no bar)',
    seconds(floorMs),
    `zip -0 ${seconds(zipMs)}`,
  );
  return [throughput(what, ours, zipMs), { ...floor, ratio: `${(zipMs / floorMs).toFixed(2)}× as fast` }];
}

export function held(what: string, { heapMb, processMb }: Run): Figure {
  return {
    what: `${what}: peak JavaScript heap above the start`,
    ours: `${heapMb.toFixed(0)} MB`,
    against: `largest growth of one process of the browser ${processMb.toFixed(0)} MB`,
    ratio: '',
    bar: `< ${HEAP_MB} MB`,
    ok: heapMb < HEAP_MB,
  };
}
