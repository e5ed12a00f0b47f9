import type { AgainTimes } from './again-in-page.ts';
import type { Bench, BenchSession } from './bench.ts';
import { folderOf, type Copy } from './copies.ts';
import { compare, median, spread, type Figure, type SectionResult } from './figures.ts';
import { LARGE, LOGS } from './log.ts';
import { againScript } from './seeding.ts';

const ROUNDS = 20;
const BAR_MS = 50;
/** As for opening the log. */
const FLAT = 1.2;

async function timesIn({ browser }: BenchSession, copy: Copy, alike: boolean): Promise<AgainTimes[]> {
  // As in the background: nothing else of ours runs beside it.
  const page = await browser.extensionPage(folderOf(copy), 'manifest.json');
  await page.evaluate(await againScript());
  const times = (await page.evaluate(`casebookAgain.suggest(${ROUNDS}, ${alike})`)) as AgainTimes[]; // as: what again-in-page.ts returns
  await page.close();
  if (times.some(({ suggestions }) => suggestions === 0)) throw new Error('Nothing was suggested.');
  return times;
}

function figure(what: string, times: readonly AgainTimes[]): Figure {
  const ours = times.map(({ suggestMs }) => suggestMs);
  const bare = times.map(({ bareMs }) => bareMs);
  return {
    what,
    ours: spread(ours),
    against: `one bare look at the index ${spread(bare)}`,
    ratio: `${(median(ours) / median(bare)).toFixed(1)}×`,
    bar: `≤ ${BAR_MS} ms`,
    ok: median(ours) <= BAR_MS,
  };
}

const many = LARGE.toLocaleString('en');

export async function againSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('log', LOGS);
  const few = await timesIn(session, 'log-small', false);
  const all = await timesIn(session, 'log-large', false);
  return {
    figures: [
      figure(`Capture acknowledged → suggestions, ${many} issues of 25 systems`, all),
      compare({
        what: `${many} issues against 1,000`,
        ours: all.map(({ suggestMs }) => suggestMs),
        against: few.map(({ suggestMs }) => suggestMs),
        named: '1,000 issues',
        atMost: FLAT,
      }),
    ],
    notes: [
      `A problem of the log recorded once more, with new ids, through the product's own store, on a page of the extension without anything else; ${ROUNDS} times each, three before that not counted. In the large log some 4,000 issues are of the same system and 500 of the same page.`,
      'Included: the print of the new issue written, its entries read and folded, up to 24 issues looked at under each of its keys, the lines of those suggested. The bare look reads 24 rows under one key.',
    ],
  };
}

export async function alikeSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('alike', [{ copy: 'again-alike', issues: LARGE, alike: true }]);
  return {
    figures: [
      figure(
        `Capture acknowledged → suggestions, all ${many} issues of one page with one failure`,
        await timesIn(session, 'again-alike', true),
      ),
    ],
    notes: [`The worst that a log can be; ${ROUNDS} times, as above.`],
  };
}
