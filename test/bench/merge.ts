import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { pageScreen } from '../support/browser/page-screen.ts';
import { bundle } from '../support/bundle.ts';
import { manyLogs } from '../support/many-logs.ts';
import { CONFIRM, dataScreen, DONE, LIMIT_MS, watched } from './backup-runs.ts';
import type { Bench } from './bench.ts';
import { wallClock } from './bench-browser.ts';
import { folderOf } from './copies.ts';
import { told, type Figure, type SectionResult } from './figures.ts';
import type { MergedLog } from './merge-in-page.ts';

const LEDGERS = 20;
/** Less for a quick look. */
const ENTRIES = Number(process.env.CASEBOOK_BENCH_MERGE_ENTRIES ?? 100_000);
/** Issues that all twenty saw. */
const SHARED = 100;
const HEAP_MB = 300;
const TOLD = 100;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const number = (value: number): string => value.toLocaleString('en');

/** Counts how often a progress bar shows something else, and how long the page did nothing but work. */
const WATCH = `{
  const seen = { told: 0, longestMs: 0 };
  globalThis.benchSeen = seen;
  let before = '';
  new MutationObserver(() => {
    const now = document.querySelector('.progress-head')?.textContent ?? '';
    if (now !== before && now !== '') seen.told += 1;
    before = now;
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration);
  }).observe({ type: 'longtask' });
}`;
type Seen = Readonly<{ told: number; longestMs: number }>;

/** What was seen since the last time this was asked. */
async function seenNow(page: Page): Promise<Seen> {
  return (await page.evaluate(
    `{ const seen = { ...benchSeen }; Object.assign(benchSeen, { told: 0, longestMs: 0 }); seen }`,
  )) as Seen; // as: what WATCH keeps
}

function bars(whole: boolean, took: number, raw: number, heapMb: number, seen: Seen): Figure[] {
  return [
    {
      what: `${LEDGERS} ledgers with ${number(ENTRIES)} entries taken in at once; every chain holds, nothing counted twice, shared issues seen by all`,
      ours: whole ? seconds(took) : 'not whole',
      against: `the same rows put into a bare table with the same indexes ${seconds(raw)}`,
      ratio: `${(took / raw).toFixed(1)}×`,
      bar: 'whole',
      ok: whole,
    },
    {
      what: 'Times that the screen told progress meanwhile',
      ours: String(seen.told),
      against: `the longest time in which the page did nothing else ${seen.longestMs.toFixed(0)} ms`,
      ratio: '',
      bar: `≥ ${TOLD}`,
      ok: seen.told >= TOLD,
    },
    {
      what: 'Peak JavaScript heap above the start, of looking and taking in',
      ours: `${heapMb.toFixed(0)} MB`,
      against: '',
      ratio: '',
      bar: `< ${HEAP_MB} MB`,
      ok: heapMb < HEAP_MB,
    },
  ];
}

export async function mergeSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openEmpty(['restore']);
  console.log('  writing twenty logs…');
  const file = join(await bench.folder(), 'twenty.zip');
  const logs = await manyLogs(LEDGERS, ENTRIES / LEDGERS, SHARED);
  await writeFile(file, new Uint8Array(await logs.blob.arrayBuffer()));

  const page = await dataScreen(session, 'restore');
  const screen = pageScreen(page);
  await page.evaluate(WATCH);
  console.log(`  taking in ${logs.blob.size} bytes…`);
  const { run, result } = await watched(session, page, async () => {
    const started = wallClock();
    const input = await (await page.$('input[type=file]'))?.toElement('input');
    if (!input) throw new Error('The page has no file field.');
    await input.uploadFile(file);
    await screen.waitForElement('button', CONFIRM, LIMIT_MS);
    const lookMs = wallClock() - started;
    console.log(`  looked at in ${lookMs.toFixed(0)} ms`);
    const looked = await seenNow(page);
    await screen.click('button', CONFIRM);
    await screen.waitForText(DONE, LIMIT_MS);
    return { lookMs, looked };
  });
  const seen = await seenNow(page);
  await page.close();

  const quiet = await session.browser.extensionPage(folderOf('restore'), 'manifest.json');
  await quiet.evaluate(await bundle(join(ROOT, 'test/bench/merge-in-page.ts'), 'casebookMerge'));
  const asked = JSON.stringify(logs.shared);
  const shows = (await quiet.evaluate(`casebookMerge.merged(${asked})`)) as MergedLog; // as: what it gives
  const raw = Number(await quiet.evaluate('casebookMerge.rawPut()'));
  await quiet.close();
  const whole =
    shows.verified &&
    shows.ledgers === LEDGERS &&
    shows.entries === logs.entries &&
    shows.issues === logs.issues &&
    shows.seen.every(({ ledgers, times }) => ledgers === LEDGERS && times === LEDGERS);
  return {
    figures: [
      ...bars(whole, run.ms - result.lookMs, raw, run.heapMb, seen),
      told(
        `Looking beforehand, ${(logs.blob.size / 1e6).toFixed(0)} MB`,
        seconds(result.lookMs),
        `told ${result.looked.told} times; the longest time in which the page did nothing else ${result.looked.longestMs.toFixed(0)} ms`,
      ),
    ],
    notes: [
      `A year of each of twenty people, ${number(logs.issues)} issues, of which ${SHARED} are those of the first log that every other one says are the same; one file, one run through the screen into an empty log.`,
      'CASEBOOK_BENCH_MERGE_ENTRIES sets how many entries all of them have.',
      'The bare table is filled strictly too, 1,000 rows in each transaction; nothing is read, checked, folded or made searchable for it.',
    ],
  };
}
