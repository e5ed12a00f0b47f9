import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { bodyOf, entriesOf } from './records.ts';
import { openLog, recordProblem } from './steps.ts';

/** One line: what by its button, when if it is not now, the text, then Enter; ends when the line is in the chronology. */
async function say(log: ExtensionPage, what: RegExp, text: string, when = ''): Promise<void> {
  await log.click('button', what);
  await log.waitFor(() => document.activeElement?.tagName === 'TEXTAREA');
  if (when !== '') {
    await log.click('textbox', /^When$/);
    await log.type(when);
    await log.waitForText(/Read as /);
    await log.click('textbox', /^Text$/);
  }
  await log.type(text);
  await log.press('Enter');
  await log.waitFor(
    (wanted: string) =>
      document.querySelector('ol[aria-label="Newest first"]')?.textContent?.includes(wanted) === true,
    [text],
  );
}

async function eventsIn({ reader }: Bench): Promise<readonly Record<string, unknown>[]> {
  const entries = await entriesOf(reader);
  return entries.filter(({ kind }) => kind === 'event').map(bodyOf);
}

/** Tab until something with that name has the keyboard. */
async function tabTo(log: ExtensionPage, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 90; presses += 1) {
    const label = await log.evaluate(() => {
      const here = document.activeElement === document.body ? null : document.activeElement;
      const labels =
        here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement
          ? [...(here.labels ?? [])]
          : [];
      return here?.getAttribute('aria-label') ?? labels[0]?.textContent ?? here?.textContent ?? '';
    });
    if (name.test(label)) return;
    await log.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(name)}.`);
}

async function tabToList(log: ExtensionPage): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await log.evaluate(() => document.activeElement?.getAttribute('role') === 'grid')) return;
    await log.press('Tab');
  }
  throw new Error('The Tab key does not lead to the list.');
}

/** From the click on the button to the fix that works, with the mouse. */
export function ledger(bench: () => Bench): void {
  describe('who has the ball', () => {
    it('is told at each step, from the record to the fix that works', async () => {
      const { driver, reader } = bench();
      const { key } = await recordProblem(bench(), '/invoices?page=1', 'Invoices do not load');
      const log = await openLog(driver);
      await log.click('link', 'Invoices do not load');
      await log.waitForText('Not reported');
      await log.waitForText('No system yet');

      await log.click('button', /^Choose system$/);
      await log.waitForText(`Which system is ${key} about?`);
      await log.click('textbox', 'Name of the system');
      await log.type('Acme ERP');
      await log.click('textbox', 'Name of the provider');
      await log.type('Acme GmbH');
      await log.click('button', /^Use this system$/);
      await log.waitForText('Acme ERP added and assigned');
      await log.waitForText('Our turn: tell Acme GmbH');

      await say(log, /^We reported it/, 'Called the hotline');
      await log.waitForText('With Acme GmbH');
      await say(log, /^They asked us something/, 'Which browser do you use?');
      await log.waitForText('Our turn: answer their question');
      await log.waitForText('Waiting on us');
      await say(log, /^We answered/, 'All of them');
      await log.waitForText('With Acme GmbH');
      await say(log, /^They say it is fixed/, 'Patch 4 is installed');
      await log.waitForText('Our turn: check whether it works');
      await log.waitForText('To verify');
      await say(log, /^We checked: it works/, 'Three invoices opened');
      await log.waitForText('Nobody’s turn: closed');

      expect((await eventsIn(bench())).map(({ event }) => event)).toEqual([
        'reported',
        'info_requested',
        'info_provided',
        'resolved',
        'verified',
      ]);
      await log.waitForElement('img', /^Who had the ball: .*Us: not reported yet .*Acme GmbH/);
      await log.click('button', /^As a table$/);
      await log.waitForText('Us: checking the fix');
      await expectWholeLog(reader);
      await log.close();
    });

    it('is summed up in one sentence, in hours and minutes', async () => {
      const { driver } = bench();
      await recordProblem(bench(), '/invoices?page=5', 'The total is wrong');
      const log = await openLog(driver);
      await log.click('link', 'The total is wrong');
      await log.waitForText('Our turn: tell Acme GmbH');
      await say(log, /^We reported it/, 'Told them', '2 h ago');
      await say(log, /^They asked us something/, 'Which total?', '1 h ago');
      await say(log, /^We answered/, 'That of May', '30 min ago');
      await log.waitForText(/Of 2 h( \d+ min)?, 1 h 3\d min were with Acme GmbH(, (29|30|31) min with us)\./);
      await log.close();
    });

    it('changes with a correction in exactly that, and the earlier line stays to be read', async () => {
      const { driver, reader } = bench();
      const log = await openLog(driver);
      await log.click('link', 'Invoices do not load');
      await log.waitForText('Nobody’s turn: closed');
      await log.click('button', /^Actions for “We checked: it works”/);
      await log.click('menuitem', /^Correct/);
      await log.waitForText('Correct this line');
      await log.click('textbox', 'Text');
      await log.press('Control+End');
      await log.type(', on two computers');
      await log.click('button', /^Save correction$/);
      await log.waitForText('Three invoices opened, on two computers');
      await log.waitForText('corrected');
      await log.waitForText('Nobody’s turn: closed');

      await log.click('button', /^Actions for “We checked: it works”/);
      await log.click('menuitem', /^Strike out$/);
      await log.waitForText('struck out');
      await log.waitForText('Our turn: check whether it works');
      await log.click('button', /^Undo$/);
      await log.waitForText('Nobody’s turn: closed');
      const corrections = (await entriesOf(reader)).filter(({ kind }) => kind === 'entry.corrected');
      expect(corrections).toHaveLength(3);
      await log.close();
    });

    it('keeps promises of both sides, against the date first given', async () => {
      const { driver } = bench();
      const log = await openLog(driver);
      await log.click('link', 'Invoices do not load');
      await log.waitForText('Nobody’s turn: closed');
      await log.click('button', /^Note a promise$/);
      await log.click('textbox', 'What will be delivered');
      await log.type('A report of the cause');
      await log.click('textbox', 'How both will see');
      await log.type('It names what changed');
      await log.click('button', /^Note promise$/);
      await log.waitForText('Promise noted');
      await log.waitForText('A report of the cause');
      await log.close();
      const page = await openLog(driver, '/promises');
      await page.waitForText('A report of the cause');
      await page.waitForText('none due yet');
      await page.click('button', /^Actions for “A report of the cause”/);
      await page.click('menuitem', /^Delivered/);
      await page.waitForText('When was it delivered?');
      await page.click('button', /^Delivered$/);
      await page.waitForText('No promise fits this view.');
      await page.click('button', /^Kept/);
      await page.waitForText('1 of 1');
      await page.close();
    });
  });
}

/** The list says whose turn it is, and its views hold what they say. */
export function ledgerInList(bench: () => Bench): void {
  describe('the views of the list', () => {
    it('hold an issue as long as it is so', async () => {
      const { driver } = bench();
      const shows = (log: ExtensionPage, title: string, wanted: boolean) =>
        log.waitFor(
          (text: string, is: boolean) =>
            (document.querySelector('section[aria-label="Log"]')?.textContent ?? '').includes(text) === is,
          [title, wanted],
          20_000,
        );
      const closed = await openLog(driver, '/log?view=closed');
      await shows(closed, 'Invoices do not load', true);
      await closed.close();
      await recordProblem(bench(), '/invoices?page=7', 'The list of May stays empty');
      const log = await openLog(driver, '/log?view=open');
      await shows(log, 'The list of May stays empty', true);
      await shows(log, 'Invoices do not load', false);
      await log.click('link', 'The list of May stays empty');
      // Known by its account: the name alone stands in the filter, before the issue has been drawn.
      await log.waitForText('Our turn: tell Acme GmbH');
      await say(log, /^We reported it/, 'By mail');
      await say(log, /^They asked us something/, 'Which list?');
      await log.close();
      const ours = await openLog(driver, '/log?view=waiting-us');
      await shows(ours, 'The list of May stays empty', true);
      await ours.waitForText('Us: answer');
      await ours.click('link', 'The list of May stays empty');
      await ours.waitForText('Our turn: answer');
      await say(ours, /^We answered/, 'That of May');
      await shows(ours, 'The list of May stays empty', false);
      await ours.close();
      const theirs = await openLog(driver, '/log?view=waiting-provider');
      await shows(theirs, 'The list of May stays empty', true);
      await theirs.close();
    });
  });
}

/** Everything of it without a mouse. */
export function ledgerByKeyboard(bench: () => Bench): void {
  describe('with the keyboard alone', () => {
    it('a key on a line of the list says what happened, and when', async () => {
      const { driver } = bench();
      const { key } = await recordProblem(bench(), '/500', 'The month-end report fails');
      const log = await openLog(driver);
      await log.waitForText('The month-end report fails');
      await tabToList(log);
      await log.press('Home');
      await log.press('r');
      await log.waitForText(`What happened with ${key}?`);
      await log.waitFor(() => document.activeElement?.tagName === 'TEXTAREA');
      await log.type('By phone');
      await log.press('Shift+Tab');
      await log.press('Shift+Tab');
      await log.type('about 1 h ago, ± 30 min');
      await log.waitForText(/Read as .+ give or take 30 minutes/);
      await log.press('Enter');
      await log.waitForText('Noted: We reported it');
      await log.press('z');
      await log.waitForText('Undone');
      await log.press('?');
      await log.waitForText('Say what happened');
      await log.press('Escape');
      await log.close();
    });

    it('an open issue takes the key into its own line', async () => {
      const { driver } = bench();
      await recordProblem(bench(), '/german', 'Fehler im Bericht');
      const log = await openLog(driver);
      await log.waitForText('Fehler im Bericht');
      await tabToList(log);
      await log.press('Home');
      await log.press('Enter');
      await log.waitForText('Not reported');
      await log.press('n');
      await log.waitFor(() => document.activeElement?.tagName === 'SELECT');
      await tabTo(log, /^Text/);
      await log.type('Without a kind');
      await log.press('Enter');
      await log.waitForText('Please choose what happened.');
      expect((await eventsIn(bench())).some(({ text }) => text === 'Without a kind')).toBe(false);
      await log.press('Escape');
      await log.close();
    });
  });
}
