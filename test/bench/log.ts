import type { Page } from 'puppeteer-core';
import type { Bench, BenchSession, Seeded } from './bench.ts';
import { folderOf, type Copy } from './copies.ts';
import { compare, type SectionResult } from './figures.ts';
import { seedScript } from './seeding.ts';
import type { SearchTimes } from './in-page.ts';

const SMALL = 1000;
export const LARGE = 100_000;
const ROUNDS = 16;
const WARM_UP = 2;
const SEARCH_ROUNDS = 10;

/** One profile for all sections that compare a large log with a small one. */
export const LOGS: readonly Seeded[] = [
  { copy: 'log-small', issues: SMALL },
  { copy: 'log-large', issues: LARGE },
];

/** Remembers when the first line of the log, with its title, had been painted: the frame after it is in the document. */
function watchFirstRows(): void {
  const look = () => {
    const title = document.querySelector('[role="row"] .log-title');
    if (title === null || title.textContent === '') return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () =>
        Reflect.set(globalThis, 'benchPainted', performance.now()),
      );
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

async function openLog({ browser }: BenchSession, copy: Copy): Promise<number> {
  const page = await browser.browser.newPage();
  await page.evaluateOnNewDocument(watchFirstRows);
  await page.goto(`${browser.origin(folderOf(copy))}/options.html`);
  const painted = await page.waitForFunction(
    () => Reflect.get(globalThis, 'benchPainted') as number | undefined,
  );
  const ms = Number(await painted.jsonValue());
  await page.close();
  return ms;
}

export async function logSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('log', LOGS);
  const small: number[] = [];
  const large: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const order =
      round % 2 === 0 ? (['log-small', 'log-large'] as const) : (['log-large', 'log-small'] as const);
    for (const copy of order) {
      const ms = await openLog(session, copy);
      if (round >= 0) (copy === 'log-small' ? small : large).push(ms);
      await bench.rest(300);
    }
  }
  return {
    figures: [
      compare({
        what: `Log page opened → first lines painted, ${LARGE.toLocaleString('en')} issues`,
        ours: large,
        against: small,
        named: `${SMALL.toLocaleString('en')} issues`,
        atMost: 1.2,
      }),
    ],
    notes: [
      `From the start of the navigation to the frame that shows the first line with its title, ${ROUNDS} times each, alternating, ${WARM_UP} before that not counted.`,
    ],
  };
}

/** From a word put into the search field to the frame that shows the first line with it. */
async function typeSearch(page: Page, word: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('The log has no search field.');
    const painted = new Promise<number>((done) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('[role="row"] mark') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const started = performance.now();
    field.value = wanted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return (await painted) - started;
  }, word);
}

const WORDS = ['timeout', 'payroll', 'white', 'totals', 'month-end'] as const;

export async function searchSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openSeeded('log', LOGS);
  const { browser } = session;
  const first: number[] = [];
  const all: number[] = [];
  const bare: number[] = [];
  const shown: number[] = [];
  for (let round = -1; round < SEARCH_ROUNDS; round += 1) {
    const word = WORDS[(round + WORDS.length) % WORDS.length] ?? 'timeout';
    const page = await browser.extensionPage(folderOf('log-large'), 'options.html');
    await page.waitForSelector('[role="row"] .log-title');
    await bench.rest(1000);
    await page.evaluate(await seedScript());
    const times = (await page.evaluate(
      `casebookBench.search(${JSON.stringify(word)}, ${round % 2 === 0})`,
    )) as SearchTimes; // as: what in-page.ts returns
    // The bare scan also finds words of issues in the trash, which the view leaves out.
    if (times.hits === 0 || times.hits > times.bareHits)
      throw new Error(`The search found ${times.hits} issues, the bare scan ${times.bareHits}.`);
    const onScreen = await typeSearch(page, word);
    if (round >= 0) {
      first.push(times.firstMs);
      all.push(times.allMs);
      bare.push(times.bareMs);
      shown.push(onScreen);
    }
    await page.close();
    await bench.rest(200);
  }
  const named = 'bare scan';
  return {
    figures: [
      compare({ what: 'First search results', ours: first, against: bare, named, atMost: 2 }),
      compare({ what: 'All search results', ours: all, against: bare, named, atMost: 2 }),
      compare({
        what: 'From the last key to results on the screen (told, no bar)',
        ours: shown,
        against: bare,
        named,
      }),
    ],
    notes: [
      `${LARGE.toLocaleString('en')} issues, one word, nothing in memory beforehand; ${SEARCH_ROUNDS} rounds in fresh pages, alternating who goes first.`,
      'The bare scan reads all blocks of folded text from IndexedDB at once and looks for the word with indexOf: it blocks the page meanwhile, ours gives way every 8 ms.',
      'From the last key includes the 60 ms that the search field waits for another key.',
    ],
  };
}
