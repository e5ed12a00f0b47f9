import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { en } from '../../lib/i18n/data/en.ts';
import { pageScreen } from '../support/browser/page-screen.ts';
import type { Bench, BenchSession } from './bench.ts';
import { wallClock } from './bench-browser.ts';
import { folderOf } from './copies.ts';
import { compare, median, spread, type Figure, type SectionResult } from './figures.ts';

const ISSUES = 1000;
const PICTURE_BYTES = 500_000;
const ROUNDS = 4;
const THROUGHPUT = 1.3;
const HEAP_MB = 32;
const MB = 1024 * 1024;

interface Exported {
  readonly ms: number;
  readonly previewMs: number;
  readonly heapMb: number;
  readonly file: string;
}

async function finishedFile(folder: string): Promise<string> {
  for (;;) {
    const found = (await readdir(folder)).find((name) => name.endsWith('.zip'));
    if (found !== undefined) return join(folder, found);
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** Highest JavaScript heap of the page above what it was at the start, until stopped. */
async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  await client.send('Performance.enable');
  const used = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  };
  const base = await used();
  let peak = base;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      peak = Math.max(peak, await used());
      await new Promise((next) => setTimeout(next, 15));
    }
  })();
  return async () => {
    watching = false;
    await watch;
    await client.detach();
    return (peak - base) / MB;
  };
}

/** Through the screen, as a person exports: everything, zipped, to the download folder. */
async function exportOnce({ browser }: BenchSession): Promise<Exported> {
  for (const name of await readdir(browser.downloads)) await rm(join(browser.downloads, name));
  const page = await browser.extensionPage(folderOf('export'), 'options.html#/data');
  const screen = pageScreen(page);
  await screen.waitForElement('button', en.exportAll);
  const opened = wallClock();
  await screen.click('button', en.exportAll);
  await screen.waitForElement('button', en.dialog.runCount(ISSUES), 60_000);
  const previewMs = wallClock() - opened;
  await screen.click('radio', en.dialog.formats.zip.name);
  const heap = await watchHeap(page);
  const started = wallClock();
  await screen.click('button', en.dialog.runCount(ISSUES));
  const file = await finishedFile(browser.downloads);
  const ms = wallClock() - started;
  const heapMb = await heap();
  await page.close();
  return { ms, previewMs, heapMb, file };
}

/** `zip -0` of the very files that were exported. */
async function zipOnce(folder: string, target: string): Promise<number> {
  await rm(target, { force: true });
  const started = performance.now();
  execFileSync('zip', ['-0', '-q', '-r', target, '.'], { cwd: folder });
  return performance.now() - started;
}

export async function exportSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('export', [
    { copy: 'export', issues: ISSUES, pictureBytes: PICTURE_BYTES },
  ]);
  const work = await bench.folder();
  const files = join(work, 'files');
  await mkdir(files);
  const ours: Exported[] = [];
  const zip: number[] = [];
  let bytes = 0;
  for (let round = -1; round < ROUNDS; round += 1) {
    const exported = await exportOnce(session);
    if (round < 0) {
      execFileSync('unzip', ['-t', '-qq', exported.file]);
      execFileSync('unzip', ['-qq', exported.file, '-d', files]);
      bytes = (await stat(exported.file)).size;
    }
    const zipMs = await zipOnce(files, join(work, 'compared.zip'));
    if (round < 0) continue;
    ours.push(exported);
    zip.push(zipMs);
  }
  const times = ours.map(({ ms }) => ms);
  const speed = median(zip) / median(times);
  const heap = Math.max(...ours.map(({ heapMb }) => heapMb));
  const perSecond = (ms: number) => `${(bytes / 1e6 / (ms / 1000)).toFixed(0)} MB/s`;
  const throughput: Figure = {
    what: `Export of ${ISSUES.toLocaleString('en')} issues, ${(bytes / 1e6).toFixed(0)} MB, to a file`,
    ours: `${spread(times)}, ${perSecond(median(times))}`,
    against: `zip -0 ${spread(zip)}, ${perSecond(median(zip))}`,
    ratio: `${speed.toFixed(2)}× as fast`,
    bar: `≥ ${THROUGHPUT}×`,
    ok: speed >= THROUGHPUT,
  };
  const peak: Figure = {
    what: 'Peak JavaScript heap above the start of the export',
    ours: `${heap.toFixed(1)} MB`,
    against: '',
    ratio: '',
    bar: `< ${HEAP_MB} MB`,
    ok: heap < HEAP_MB,
  };
  const preview = compare({
    what: 'Preview of all that goes out (told, no bar)',
    ours: ours.map(({ previewMs }) => previewMs),
    against: zip,
    named: 'zip -0',
  });
  return {
    figures: [throughput, peak, preview],
    notes: [
      `From the click on the last button to the finished file in the download folder, verified on the way; ${ROUNDS} rounds, alternating with zip -0 of the files inside it, one round before that not counted.`,
      'The finished file passes unzip -t.',
    ],
  };
}
