import { describe, it } from 'vitest';
import { accounts } from '../../../lib/i18n/accounts/accounts.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { promises } from '../../../lib/i18n/promises/promises.ts';
import { timeline } from '../../../lib/i18n/timeline/timeline.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { exactly } from './provider-steps.ts';
import { openLog, setAppearance, type Language, type Theme } from './steps.ts';

/** What lies on top is looked at, then closed by the key. */
async function lookAndLeave(page: ExtensionPage): Promise<void> {
  await page.waitFor(() => document.querySelector('dialog[open]') !== null);
  await expectNoBarrier(page);
  await page.press('Escape');
  await page.waitFor(() => document.querySelector('dialog[open]') === null);
}

/** The issue of the tests before: its ledger, and what its line and its promises open. */
async function issueHasNone(page: ExtensionPage, language: Language): Promise<void> {
  const a = wordsOf(accounts, language);
  const t = wordsOf(timeline, language);
  const p = wordsOf(promises, language);
  await page.click('link', 'Invoices do not load');
  await page.click('button', exactly(a.bar.table));
  await page.waitForText(a.bar.worked);
  await page.click('button', exactly(a.basis.details));
  await expectNoBarrier(page);
  await page.click('button', exactly(a.system.change));
  await lookAndLeave(page);
  await page.click('button', exactly(p.add));
  await lookAndLeave(page);
  await page.click('button', new RegExp(`^${t.line.actions(t.event.verified).slice(0, -1)}`));
  await page.click('menuitem', exactly(t.line.correct));
  await lookAndLeave(page);
}

/** A line of the list: what happened with it, without opening it. */
async function listDialogHasNone(page: ExtensionPage): Promise<void> {
  await page.waitForText('Invoices do not load');
  await page.focus('grid', /./);
  await page.press('Home');
  await page.press('r');
  await lookAndLeave(page);
}

/** Promises of both kinds, and what can become of one. */
async function promisesHaveNone(page: ExtensionPage, language: Language): Promise<void> {
  const p = wordsOf(promises, language);
  await page.waitForText('A report of the cause');
  await expectNoBarrier(page);
  await page.click('button', exactly(p.add));
  await lookAndLeave(page);
  await page.waitForText('A second report');
  for (const what of [`${p.actions.keep}…`, p.actions.move, p.actions.withdraw]) {
    await page.click('button', exactly(p.actions.of('A second report')));
    await page.click('menuitem', exactly(what));
    await lookAndLeave(page);
  }
}

async function noteOpenPromise({ driver }: Bench): Promise<void> {
  const page = await openLog(driver, '/promises');
  await page.click('button', /^Note a promise$/);
  await page.focus('textbox', 'What will be delivered');
  await page.type('A second report');
  await page.click('button', /^Note promise$/);
  await page.waitForText('A second report');
  await page.close();
}

/** After the others: there is something to show. */
export function ledgerHasNoBarrier(bench: () => Bench): void {
  describe('what the ledger shows and asks', () => {
    it('has an open promise to look at', () => noteOpenPromise(bench()));

    it.each([
      ['light', 'en'],
      ['dark', 'en'],
      ['light', 'de'],
      ['dark', 'de'],
    ] satisfies [Theme, Language][])('has no barrier in %s colours and %s', async (theme, language) => {
      const { driver } = bench();
      await setAppearance(bench(), theme, language);
      const log = await openLog(driver);
      await listDialogHasNone(log);
      await issueHasNone(log, language);
      await log.close();
      const page = await openLog(driver, '/promises?view=all');
      await promisesHaveNone(page, language);
      await page.close();
      await setAppearance(bench(), 'light', 'en');
    });
  });
}
