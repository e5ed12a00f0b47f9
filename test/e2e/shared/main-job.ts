import { describe, expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { expectWholeLog } from './chain.ts';
import { entriesOf } from './records.ts';
import { openLog, recordProblem } from './steps.ts';

/** The main job with the mouse: click, recorded, typed, found in the log, corrected, deleted, brought back, erased. */
export function mainJob(bench: () => Bench): void {
  describe('the main job', () => {
    it('goes from the click to the log and back', async () => {
      const { driver, reader } = bench();
      const { key } = await recordProblem(bench(), '/error-id', 'Saving order 4711 fails');

      const log = await openLog(driver);
      await log.waitForText('Saving order 4711 fails');
      await log.click('link', /Saving order 4711|Order 4711/);
      await log.waitForElement('textbox', 'What happened');
      await log.waitForText('ACME-4032');
      await expect.poll(() => log.text()).toContain(key);

      await log.click('textbox', 'What happened');
      await log.press('Control+End');
      await log.type(', since this morning');
      await log.press('Control+Enter');
      await log.waitForText('Saved');

      await log.click('button', 'More');
      await log.click('menuitem', 'Move to trash');
      await log.waitForText('in the trash');
      await log.click('button', 'More');
      await log.click('menuitem', 'Restore');
      await log.waitFor(() => !document.body.innerText.includes('in the trash'));

      await log.click('button', 'More');
      await log.click('menuitem', 'Move to trash');
      await log.waitForText('in the trash');
      await log.click('button', 'More');
      await log.click('menuitem', 'Erase for good');
      await log.click('button', /^Erase 1 issue$/);
      await expect
        .poll(async () => (await entriesOf(reader)).some(({ kind }) => kind === 'entry.erased'), {
          timeout: 10_000,
        })
        .toBe(true);
      // The whole words: four digits alone stand in one of some thirty logs by chance, in a checksum.
      const text = JSON.stringify(await entriesOf(reader));
      expect(text).not.toMatch(/order 4711/i);
      await expectWholeLog(reader);
      await log.close();
    });

    it('is live in every window', async () => {
      const { driver } = bench();
      const one = await openLog(driver);
      const two = await openLog(driver);
      await recordProblem(bench(), '/german', 'Seen in two windows');
      // Browsers draw only what is in front; neither page is loaded again.
      await one.bringToFront();
      await one.waitForText('Seen in two windows');
      await two.bringToFront();
      await two.waitForText('Seen in two windows');
      await two.click('checkbox', /^Select /);
      await two.click('button', 'Move to trash');
      await one.bringToFront();
      await one.waitFor(() => !document.body.innerText.includes('Seen in two windows'));
      await one.close();
      await two.close();
    });

    it('can be taken back in the popup at once', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/undo/me`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.click('button', 'Undo');
      await popup.waitForText('Moved to the trash');
      await expect.poll(async () => (await entriesOf(reader)).at(-1)?.kind).toBe('issue.trashed');
      await popup.click('button', 'Bring it back');
      await popup.waitForText(/Recorded \d/);
      await driver.dismissPopup();
      await tab.close();
    });

    it('opens the log from the popup', async () => {
      const { driver, portal } = bench();
      const tab = await driver.openPage(`${portal.origin}/to/log`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.click('button', /^Log$/);
      await expect.poll(() => popup.isOpen(), { timeout: 10_000 }).toBe(false);
      await tab.close();
    });
  });
}

/** The same without ever touching a mouse. */
export function keyboardOnly(bench: () => Bench): void {
  describe('with the keyboard alone', () => {
    it('an issue is described, found, corrected, deleted and brought back', async () => {
      const { driver } = bench();
      await recordProblem(bench(), '/500', 'The month-end report fails');
      const log = await openLog(driver);
      await log.waitForText('The month-end report fails');
      await log.press('/');
      await log.type('month-end');
      await log.waitForText('1 issue found');
      await log.press('Escape');
      for (let presses = 0; presses < 30; presses += 1) {
        if (await log.evaluate(() => document.activeElement?.getAttribute('role') === 'grid')) break;
        await log.press('Tab');
      }
      await log.press('Home');
      await log.press('Enter');
      await log.waitForElement('textbox', 'What happened');
      await log.press('e');
      await log.waitFor(() => document.activeElement?.tagName === 'TEXTAREA');
      await log.press('Control+End');
      await log.type(' again');
      await log.press('Control+Enter');
      await log.waitForText('Saved');
      await log.press('Escape');
      await log.press('#');
      await log.waitForText('1 issue moved to trash');
      await log.press('z');
      await log.waitForText(/Undone|restored/);
      await log.waitForText('The month-end report fails again');
      await log.close();
    });
  });
}
