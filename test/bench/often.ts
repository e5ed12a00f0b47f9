import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import type { Bench } from './bench.ts';
import { folderOf } from './copies.ts';
import type { Planted } from './often-in-page.ts';
import { compare, type Figure, median, type Sample, type SectionResult, spread } from './figures.ts';

const TIMES = 1000;
const ROUNDS = 10;
const WARM_UP = 2;
/** Up to a second people's flow of thought stays uninterrupted (Nielsen, Usability Engineering, 1993, 5.5). */
const FLOW_MS = 1000;

/** From the press on a line of the log to the frame that shows the issue with its times and its history. */
async function open(page: Page, id: string): Promise<number> {
  return page.evaluate(async (issue) => {
    const started = performance.now();
    location.hash = `#/log/${issue}`;
    await new Promise<void>((shown) => {
      const look = () =>
        document.querySelector('.occurrences li') === null || document.querySelector('.history li') === null
          ? requestAnimationFrame(look)
          : requestAnimationFrame(() => requestAnimationFrame(() => shown()));
      look();
    });
    return performance.now() - started;
  }, id);
}

async function close(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/log';
  });
  await page.waitForFunction(() => document.querySelector('.issue-pane') === null);
}

/** From a change that another window makes to the frame that shows it. */
async function change(page: Page, id: string, word: string): Promise<number> {
  await page.evaluate((wanted) => {
    const shown = new Promise<number>((done) => {
      const look = () =>
        document.querySelector('.issue-pane')?.textContent?.includes(wanted) === true
          ? requestAnimationFrame(() => done(performance.now()))
          : requestAnimationFrame(look);
      look();
    });
    Reflect.set(globalThis, 'benchShown', shown);
    Reflect.set(globalThis, 'benchStarted', performance.now());
  }, word);
  await page.evaluate(`casebookOften.describe(${JSON.stringify(id)}, ${JSON.stringify(word)})`);
  return page.evaluate(
    async () => (await Reflect.get(globalThis, 'benchShown')) - Reflect.get(globalThis, 'benchStarted'),
  );
}

/** Milliseconds that may not be exceeded, told with how the small issue does. */
function within(what: string, ours: Sample, small: Sample, atMost: number): Figure {
  return {
    ...compare({ what, ours, against: small, named: 'happened twice' }),
    bar: `≤ ${atMost} ms`,
    ok: median(ours) <= atMost,
  };
}

export async function oftenSection(bench: Bench): Promise<SectionResult> {
  const { browser } = await bench.openEmpty(['editor']);
  const page = await browser.extensionPage(folderOf('editor'), 'options.html#/log');
  await page.evaluate(await bundle(join(ROOT, 'test/bench/often-in-page.ts'), 'casebookOften'));
  const ids = (await page.evaluate(`casebookOften.plant(${TIMES})`)) as Planted; // as: what it returns
  const opened: [number[], number[]] = [[], []];
  const changed: [number[], number[]] = [[], []];
  const firsts: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const openMs = await open(page, ids[which]);
      await bench.rest(300);
      const changeMs = await change(page, ids[which], `Round ${round + WARM_UP} of ${which}`);
      await bench.rest(300);
      await close(page);
      if (which === 0 && round === -WARM_UP) firsts.push(openMs);
      if (round < 0) continue;
      opened[which].push(openMs);
      changed[which].push(changeMs);
    }
  }
  const many = TIMES.toLocaleString('en');
  return {
    figures: [
      within(`An issue that happened ${many} times opened`, opened[0], opened[1], FLOW_MS),
      within('A change of it written and shown', changed[0], changed[1], FLOW_MS),
      {
        what: 'The first time it is opened on a new page (told, no bar)',
        ours: spread(firsts),
        against: '',
        ratio: '',
        bar: '',
        ok: true,
      },
    ],
    notes: [
      `${ROUNDS} rounds, alternating, ${WARM_UP} before that not counted. Opened: from the press to the frame with the list of times and the history; changed: a title given by another window, from the beginning of its writing to the frame that shows it.`,
      'Every change folds the whole issue again: nothing is derived from anything but its entries.',
    ],
  };
}
