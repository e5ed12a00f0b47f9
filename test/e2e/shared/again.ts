import { describe, expect, it } from 'vitest';
import type { ExtensionPage, Popup, Tab } from '../../support/browser/driver.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { bodyOf, entriesOf } from './records.ts';
import { openLog, recordProblem, setTheme } from './steps.ts';

/** A click on the button on that page; ends when the earlier issues are shown. */
async function clickAndSee({ driver, portal }: Bench, path: string): Promise<{ tab: Tab; popup: Popup }> {
  const tab = await driver.openPage(portal.origin + path);
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText('Same as before?');
  return { tab, popup };
}

async function movesOf({ reader }: Bench): Promise<readonly unknown[]> {
  const entries = await entriesOf(reader);
  return entries.filter(({ kind }) => kind === 'occurrence.moved').map((entry) => bodyOf(entry)['to']);
}

/** Tab until the list of issues has the keyboard. */
async function tabToList(log: ExtensionPage): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await log.evaluate(() => document.activeElement?.getAttribute('role') === 'grid')) return;
    await log.press('Tab');
  }
  throw new Error('The Tab key does not lead to the list.');
}

/** Focus by the Tab key alone, as somebody without a mouse gets there. */
async function tabTo(screen: ExtensionPage | Popup, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const label = await screen.evaluate(() => {
      const here = document.activeElement === document.body ? null : document.activeElement;
      const labels = here instanceof HTMLInputElement ? [...(here.labels ?? [])] : [];
      return here?.getAttribute('aria-label') ?? labels[0]?.textContent ?? here?.textContent ?? '';
    });
    if (name.test(label)) return;
    await screen.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(name)}.`);
}

/** The second time: one click or one key in the popup. */
export function againInPopup(bench: () => Bench): void {
  describe('the second time it happens', () => {
    it('one click makes it an occurrence of the earlier issue, and one takes that back', async () => {
      const { key } = await recordProblem(bench(), '/invoices?page=1', 'Invoices do not load');
      const { tab, popup } = await clickAndSee(bench(), '/invoices?page=2');
      await expect
        .poll(() => popup.text())
        .toMatch(new RegExp(`${key} Invoices do not load\\s+Same error · 1× · today`));
      await popup.click('button', new RegExp(`^Again.*${key}`));
      await popup.waitForText(`Added to ${key} (2nd time)`);
      await popup.click('button', new RegExp(`^Undo.*${key}`));
      await popup.waitForText(/Recorded \d/);
      expect(await movesOf(bench())).toHaveLength(2);
      await popup.click('button', new RegExp(`^Again.*${key}`));
      await popup.waitForText(`Added to ${key} (2nd time)`);
      await popup.click('button', /^Undo$/);
      await popup.waitForText(/Recorded \d/);
      // Now it stands alone, and Undo means the record itself.
      await popup.click('button', /^Undo$/);
      await popup.waitForText('Moved to the trash');
      await bench().driver.dismissPopup();
      await tab.close();
    });

    it('one key does it from within the note, and the note stays with this time', async () => {
      const { driver } = bench();
      const { tab, popup } = await clickAndSee(bench(), '/invoices?page=3');
      await popup.type('7 rows missing');
      await popup.press('Alt+1');
      await popup.waitForText(/Added to .+ \(\d(nd|rd|th) time\)/);
      await popup.press('Enter');
      await expect.poll(() => popup.isOpen(), { timeout: 10_000 }).toBe(false);
      await tab.close();
      const log = await openLog(driver);
      await log.click('link', 'Invoices do not load');
      await log.waitForText('7 rows missing');
      await expect.poll(() => log.text()).toMatch(/recorded as K?\S+/);
      await log.close();
    });

    it('a bare digit does it where nothing is being typed', async () => {
      const { tab, popup } = await clickAndSee(bench(), '/invoices?page=4');
      const before = (await movesOf(bench())).length;
      await popup.press('1');
      await popup.waitFor(() => document.querySelector('textarea')?.value === '1');
      await popup.press('Backspace');
      await tabTo(popup, /^Done/);
      await popup.press('1');
      await popup.waitForText(/Added to/);
      expect(await movesOf(bench())).toHaveLength(before + 1);
      await bench().driver.dismissPopup();
      await tab.close();
    });
  });
}

/** Joining and taking apart in the log. */
export function joining(bench: () => Bench): void {
  describe('in the log', () => {
    it('issues are joined, opened at each of their times, and taken apart, by keyboard alone', async () => {
      const { driver, reader } = bench();
      const one = await recordProblem(bench(), '/500', 'The report fails');
      const two = await recordProblem(bench(), '/german', 'Fehler im Bericht');
      const log = await openLog(driver);
      await log.waitForText('Fehler im Bericht');
      await log.press('m');
      await log.waitForText('Select two or more issues first');
      await tabToList(log);
      await log.press('Home');
      await log.press('x');
      await log.press('j');
      await log.press('x');
      await log.waitForText('2 selected');
      await log.press('m');
      await log.waitForText('Are these 2 issues one problem?');
      await log.press('Enter');
      await log.waitForText(`2 issues joined in ${one.key}`);
      await log.waitFor(
        () => !document.querySelector('[role=grid]')?.textContent?.includes('Fehler im Bericht'),
      );
      await log.press('z');
      await log.waitForText('Undone');
      await log.waitForText('Fehler im Bericht');

      // Again, and now it stays; the number of the one that went still leads to it.
      await tabToList(log);
      await log.press('Home');
      await log.press('x');
      await log.press('j');
      await log.press('x');
      await log.press('m');
      await log.waitForText('Are these 2 issues one problem?');
      await log.press('Enter');
      await log.waitFor(
        () => !document.querySelector('[role=grid]')?.textContent?.includes('Fehler im Bericht'),
      );
      await log.press('/');
      await log.type(two.key);
      await log.waitForText('1 issue found');
      await log.press('Escape');
      await tabToList(log);
      await log.press('Home');
      await log.press('Enter');
      await log.waitForText('Occurred 2 times');
      await log.waitForText(`joined, was ${two.key}`);
      await log.waitForText('Too few to see a pattern yet.');
      await tabTo(log, /Fehler im Bericht/);
      await log.press('ArrowDown');
      await log.waitForText('500 – Acme ERP');
      await log.press('ArrowUp');
      await log.waitForText('Rechnungen – Übersicht');

      await tabTo(log, /^This was something else/);
      await log.press('Enter');
      await log.waitForText(`${two.key} stands on its own again`);
      await log.waitFor(() => !document.body.innerText.includes('Occurred 2 times'));
      await log.press('z');
      await log.waitForText('Occurred 2 times');
      await expectWholeLog(reader);
      await log.close();
    });

    it('an issue says which others may be the same, and joins them with one click', async () => {
      const { driver } = bench();
      const one = await recordProblem(bench(), '/invoices?page=8', 'The list of March stays empty');
      const two = await recordProblem(bench(), '/invoices?page=9', 'The list of March stays empty again');
      const log = await openLog(driver);
      await log.click('link', 'The list of March stays empty again');
      await log.waitForText('Maybe the same as');
      await log.click('button', `Join with ${one.key}`);
      await log.click('button', /^Undo$/);
      await log.waitForText('Undone');
      // Now each stands alone again, and it is the other one's turn to be offered.
      await log.click('button', `Join with ${two.key}`);
      await log.waitForText('Occurred 2 times');
      await expect.poll(() => log.text()).toContain('The list of March stays empty again');
      await log.close();
    });
  });
}

/** After the others: there are issues to be like. */
export function againHasNoBarrier(bench: () => Bench): void {
  describe.each(['Light', 'Dark'] as const)('in the theme %s', (theme) => {
    it('the popup with suggestions, and with one taken, has no barrier', async () => {
      await setTheme(bench(), theme);
      const { tab, popup } = await clickAndSee(bench(), `/invoices?theme=${theme}`);
      await expectNoBarrier(popup);
      await popup.press('Alt+1');
      await popup.waitForText(/Added to/);
      await expectNoBarrier(popup);
      await bench().driver.dismissPopup();
      await tab.close();
    });

    it('the dialog, the times it happened and the week have no barrier', async () => {
      const log = await openLog(bench().driver);
      await log.waitForText('Invoices do not load');
      await log.press('Control+a');
      await log.waitForText(/selected/);
      await log.click('button', 'Join…');
      await log.waitForText('one problem?');
      await expectNoBarrier(log);
      await log.click('button', 'Cancel');
      await log.click('link', 'Invoices do not load');
      await log.waitForText('When it happened');
      await expectNoBarrier(log);
      await log.close();
    });
  });
}
