import { execFileSync } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { exportOnce, floorOnce, ISSUES, PICTURE_BYTES, zipOnce } from './export-runs.ts';
import { compare, median, spread, type Figure, type Sample, type SectionResult } from './figures.ts';

const ROUNDS = 6;
const THROUGHPUT = 1.3;
/** Of what the browser alone reaches: a Blob of stored pictures cannot be saved faster (docs/decisions/0016). */
const OF_THE_FLOOR = 0.9;
const HEAP_MB = 32;
/** Nobody looks through what 1,000 issues give away in less. */
const LOOK_MS = 3000;

type Kind = 'zip' | 'kept' | 'floor' | 'looked' | 'atOnce';

type Throughput = Readonly<{
  what: string;
  bytes: number;
  ours: Sample;
  against: Sample;
  named?: string;
  /** The least it has to be; without one it is only told. */
  atLeast?: number;
  bar?: string;
}>;

const speedOf = (ours: Sample, against: Sample): number => median(against) / median(ours);

/** Throughput against `zip -0` of the same bytes. */
function throughput({
  what,
  bytes,
  ours,
  against,
  named = 'zip -0',
  atLeast = 0,
  bar = '',
}: Throughput): Figure {
  const perSecond = (sample: Sample) => `${(bytes / 1e6 / (median(sample) / 1000)).toFixed(0)} MB/s`;
  const speed = speedOf(ours, against);
  return {
    what,
    ours: `${spread(ours)}, ${perSecond(ours)}`,
    against: `${named} ${spread(against)}, ${perSecond(against)}`,
    ratio: `${speed.toFixed(2)}× as fast`,
    bar,
    ok: speed >= atLeast,
  };
}

export async function exportSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('export', [
    { copy: 'export', issues: ISSUES, pictureBytes: PICTURE_BYTES },
  ]);
  const work = await bench.folder();
  const files = join(work, 'files');
  await mkdir(files);

  // Not timed: the heap, the whole file checked by unzip, and its files for the comparison.
  const first = await exportOnce(session, LOOK_MS, 'heap');
  execFileSync('unzip', ['-t', '-qq', first.file]);
  execFileSync('unzip', ['-qq', first.file, '-d', files]);
  const { size: bytes } = await stat(first.file);
  const heaps = [first.heapMb, (await exportOnce(session, 0, 'heap')).heapMb];

  const ms: Record<Kind, number[]> = { zip: [], kept: [], floor: [], looked: [], atOnce: [] };
  const preview: number[] = [];
  const exported = async (lookMs: number): Promise<number> => {
    const one = await exportOnce(session, lookMs, 'time');
    preview.push(one.previewMs);
    return one.ms;
  };
  const measure: Readonly<Record<Kind, () => Promise<number>>> = {
    zip: () => zipOnce(files, join(work, 'compared.zip'), false),
    kept: () => zipOnce(files, join(work, 'compared.zip'), true),
    floor: () => floorOnce(session),
    looked: () => exported(LOOK_MS),
    atOnce: () => exported(0),
  };
  const kinds: readonly Kind[] = ['zip', 'looked', 'floor', 'kept', 'atOnce'];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) ms[kind].push(await measure[kind]());
  }

  const heap = Math.max(...heaps);
  const size = `${ISSUES.toLocaleString('en')} issues, ${(bytes / 1e6).toFixed(0)} MB`;
  const floor = speedOf(ms.floor, ms.zip);
  const looked = `Export of ${size}, after a look at the preview`;
  return {
    figures: [
      throughput({
        what: looked,
        bytes,
        ours: ms.looked,
        against: ms.zip,
        atLeast: Math.min(THROUGHPUT, floor * OF_THE_FLOOR),
        bar: `≥ ${THROUGHPUT}×, or ${OF_THE_FLOOR} of the floor (${(floor * OF_THE_FLOOR).toFixed(2)}×)`,
      }),
      throughput({
        what: 'The same against a zip that is brought to the disk, as a download is (told, no bar)',
        bytes,
        ours: ms.looked,
        against: ms.kept,
        named: 'zip -0, fsync',
      }),
      throughput({
        what: 'The floor: the browser alone saves a bare Blob of the same pictures (told, no bar)',
        bytes: ISSUES * PICTURE_BYTES,
        ours: ms.floor,
        against: ms.zip,
      }),
      throughput({
        what: 'The button pressed at once (told, no bar)',
        bytes,
        ours: ms.atOnce,
        against: ms.zip,
      }),
      {
        what: 'Peak JavaScript heap above the page before the dialog was opened',
        ours: `${heap.toFixed(1)} MB`,
        against: '',
        ratio: '',
        bar: `< ${HEAP_MB} MB`,
        ok: heap < HEAP_MB,
      },
      compare({
        what: 'Preview of all that goes out (told, no bar)',
        ours: preview,
        against: ms.zip,
        named: 'zip -0',
      }),
    ],
    notes: [
      `From the press of the last button to the finished file in the download folder; ${ROUNDS} rounds, in turn with zip -0 of the files inside it, the disk settled (sync) before each.`,
      `While the preview is looked at (here ${LOOK_MS / 1000} s after the format was chosen), the file is written and read back; the click hands it over if nothing has changed since. Pressed at once, all of that is waited for.`,
      'The floor is the time that Chrome needs to copy the pictures out of IndexedDB into its download folder, when a Blob of them lies ready, with no text, no check and nothing else of ours: what is composed of stored pictures cannot be saved faster. Unlike zip, it hashes what it saves and ends with an fsync; docs/decisions/0016 says where the time goes and what was tried.',
      'The finished file passes unzip -t.',
    ],
  };
}
