import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import type { AccountTimes } from './accounts-in-page.ts';
import type { Bench, BenchSession } from './bench.ts';
import { folderOf } from './copies.ts';
import { median, spread, told, type SectionResult } from './figures.ts';

const FEW = 1000;
const MANY = 10_000;
const EVENTS = 8;
const ROUNDS = 15;

async function timesOf({ browser }: BenchSession, issues: number, events: number): Promise<AccountTimes> {
  const page = await browser.extensionPage(folderOf('editor'), 'manifest.json');
  await page.evaluate(await bundle(join(ROOT, 'test/bench/accounts-in-page.ts'), 'casebookAccounts'));
  console.log(`  ${issues} issues × ${events} events…`);
  const times = await page.evaluate(`casebookAccounts.measure(${issues}, ${events}, ${ROUNDS})`);
  await page.close();
  return times as AccountTimes; // as: what accounts-in-page.ts returns
}

export async function accountsSection(bench: Bench): Promise<SectionResult> {
  const session = await bench.openEmpty(['editor']);
  const few = await timesOf(session, FEW, EVENTS);
  const many = await timesOf(session, MANY, EVENTS);
  const ratio = median(many.laterMs) / median(few.laterMs);
  const mostReads = Math.max(...many.eventReads);
  return {
    figures: [
      {
        what: `A provider page over ${MANY.toLocaleString('en')} issues × ${EVENTS} events opened, after the first time`,
        ours: spread(many.laterMs),
        against: `one over ${FEW.toLocaleString('en')} ${spread(few.laterMs)}`,
        ratio: `${ratio.toFixed(2)}×`,
        bar: '≤ 1.5×',
        ok: ratio <= 1.5,
      },
      told(
        'The same until the board as it was known is shown',
        spread(many.atOnceMs),
        `one over ${FEW.toLocaleString('en')} ${spread(few.atOnceMs)}`,
      ),
      told(
        'The first time',
        spread([many.firstMs]),
        `one over ${FEW.toLocaleString('en')} ${spread([few.firstMs])}`,
      ),
      {
        what: `Rows read for one more event among ${(MANY * (EVENTS + 1)).toLocaleString('en')} entries`,
        ours: spread(many.eventReads, 'rows'),
        against: `among ${(FEW * (EVENTS + 1)).toLocaleString('en')} ${spread(few.eventReads, 'rows')}`,
        ratio: '',
        bar: '≤ 100 rows',
        ok: mostReads <= 100,
      },
      told(
        'The accounts after one more event',
        spread(many.eventMs),
        `in the small log ${spread(few.eventMs)}`,
      ),
      told(
        'All accounts made from nothing',
        spread([many.followMs / 1000], 's'),
        `of the small log ${spread([few.followMs / 1000], 's')}`,
      ),
    ],
    notes: [
      `Opened: both sides' board as of now, the first 100 open issues of the provider and the counts of all providers; ${ROUNDS} times, one issue in ten open.`,
      'Rows read: everything that any request of the page gave back, keys included, from the event on disk to the accounts in line with it.',
    ],
  };
}
