import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import type { Bench } from './bench.ts';
import { folderOf } from './copies.ts';
import { spread, told, type Figure, type SectionResult } from './figures.ts';
import type { followAll, lookAtAll } from './follow-in-page.ts';
import { watchHeap } from './watch-heap.ts';

const ISSUES = 100_000;
const LOG = { copy: 'log-large', issues: ISSUES } as const;
/** More than this and a person notices that the page does not answer. */
const LONGEST_MS = 200;
const HEAP_MB = 64;

const number = (n: number): string => n.toLocaleString('en');

async function inPage<T>(page: Page, call: string): Promise<T> {
  await page.evaluate(await bundle(join(ROOT, 'test/bench/follow-in-page.ts'), 'casebookFollow'));
  return (await page.evaluate(`casebookFollow.${call}()`)) as T; // as: what follow-in-page.ts returns
}

export async function followSection(bench: Bench): Promise<SectionResult> {
  const { browser } = await bench.openSeeded('follow', [LOG]);
  const page = () => browser.extensionPage(folderOf(LOG.copy), 'manifest.json');
  const following = await page();
  const heapUntilNow = await watchHeap(following);
  const follow = await inPage<Awaited<ReturnType<typeof followAll>>>(following, 'followAll');
  const followHeap = await heapUntilNow();
  await following.close();
  const looking = await page();
  const lookHeapUntilNow = await watchHeap(looking);
  const seen = await inPage<Awaited<ReturnType<typeof lookAtAll>>>(looking, 'lookAtAll');
  const lookHeap = await lookHeapUntilNow();
  await looking.close();
  const held = (what: string, ours: number, most: number, unit: string): Figure => ({
    what,
    ours: `${ours.toFixed(0)} ${unit}`,
    against: '',
    ratio: '',
    bar: `≤ ${most} ${unit}`,
    ok: ours <= most,
  });
  return {
    figures: [
      told(
        `Accounts of ${number(follow.issues)} issues made from nothing`,
        `${((follow.halfMs + follow.restMs) / 1000).toFixed(1)} s`,
        `stopped with ${number(follow.left)} left after ${(follow.halfMs / 1000).toFixed(1)} s, gone on from there`,
      ),
      held('The longest time in which the page did nothing else', follow.longestMs, LONGEST_MS, 'ms'),
      held('Peak JavaScript heap above the start', followHeap, HEAP_MB, 'MB'),
      told(
        `The page of a provider with ${number(seen.issues)} issues opened for the first time`,
        `${(seen.firstMs / 1000).toFixed(1)} s, ${lookHeap.toFixed(0)} MB`,
        `later ${spread(seen.laterMs)}`,
      ),
      held('The longest time in which it did nothing else', seen.longestMs, LONGEST_MS, 'ms'),
    ],
    notes: [
      'Stopped half way as by a page that is closed; another follower goes on where it was stopped.',
      'Nothing else: a message to itself every 4 ms did not come to its turn.',
    ],
  };
}
