import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import type { Bench } from './bench.ts';
import { folderOf } from './copies.ts';
import { told, type SectionResult } from './figures.ts';
import type { Merged } from './merge-in-page.ts';
import { watchHeap } from './watch-heap.ts';

const LEDGERS = 20;
const ENTRIES = 100_000;
const HEAP_MB = 300;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export async function mergeSection(bench: Bench): Promise<SectionResult> {
  const { browser } = await bench.openEmpty(['editor']);
  const page = await browser.extensionPage(folderOf('editor'), 'manifest.json');
  await page.evaluate(await bundle(join(ROOT, 'test/bench/merge-in-page.ts'), 'casebookMerge'));
  const bytes = Number(await page.evaluate(`casebookMerge.prepare(${LEDGERS}, ${ENTRIES})`));
  console.log(`  taking in ${bytes} bytes…`);
  const heapUntilNow = await watchHeap(page);
  const merged = (await page.evaluate('casebookMerge.merge()')) as Merged; // as: what merge-in-page.ts returns
  const heapMb = await heapUntilNow();
  await page.close();
  const whole = merged.verified && merged.ledgers === LEDGERS && merged.entries === ENTRIES;
  return {
    figures: [
      {
        what: `${LEDGERS} ledgers with ${ENTRIES.toLocaleString('en')} entries taken in at once, every chain right afterwards`,
        ours: whole ? seconds(merged.mergeMs) : `${merged.ledgers} ledgers, ${merged.entries} entries`,
        against: `looked at before in ${seconds(merged.lookMs)}; ${(bytes / 1e6).toFixed(0)} MB, ${merged.issues.toLocaleString('en')} issues`,
        ratio: '',
        bar: 'all of them',
        ok: whole,
      },
      {
        what: 'Times that progress was told meanwhile',
        ours: String(merged.told),
        against: '',
        ratio: '',
        bar: '≥ 100',
        ok: merged.told >= 100,
      },
      {
        what: 'Peak JavaScript heap above the start',
        ours: `${heapMb.toFixed(0)} MB`,
        against: '',
        ratio: '',
        bar: `< ${HEAP_MB} MB`,
        ok: heapMb < HEAP_MB,
      },
      told('The longest time in which the page did nothing else', `${merged.longestMs.toFixed(0)} ms`),
    ],
    notes: [
      'Twenty logs written through the product’s own store, their ledgers in one file, taken in by another log as the screen does it, on a page of the extension without anything else.',
    ],
  };
}
