import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import { expectNoBarrier } from './axe.ts';
import type { Bench } from './bench.ts';
import { addProvider, dismissMessage } from './provider-steps.ts';
import { downloaded, openLog } from './steps.ts';

/** Runs in a page: the text of a shadow preview. */
const inPreview = (wanted: string): boolean =>
  document
    .querySelector('[aria-label="Preview of the minutes"]')
    ?.shadowRoot?.textContent.includes(wanted) === true;

/** Date fields take other keys in every language of the system. */
async function chooseDay(page: ExtensionPage, day: string): Promise<void> {
  await page.focus('textbox', /^By$/);
  await page.evaluate((value: string) => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) throw new Error('The date field has the keyboard.');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, day);
}

/** Runs in a page of the extension: whether that text is among what is kept of what is typed. */
const isKept = async (text: string): Promise<boolean> => {
  const scope: unknown = globalThis;
  const { chrome } = scope as { chrome: { storage: { local: { get(key: null): Promise<unknown> } } } }; // as: the browser's own
  return JSON.stringify(await chrome.storage.local.get(null)).includes(text);
};

async function hold(page: ExtensionPage): Promise<void> {
  await page.click('button', 'Hold the conversation');
  await page.waitForElement('button', 'End the conversation');
}

export function heldConversation(bench: () => Bench): void {
  describe('a conversation that is held', () => {
    it('keeps what is typed, makes a promise of a decision, gives minutes, and opens next time with it', async () => {
      const { driver, reader } = bench();
      const name = `Held ${Math.random().toString(36).slice(2, 8)}`;
      let page = await addProvider(bench(), { name, address: `${name.slice(5)}.example` });
      await page.click('link', 'Prepare a conversation');
      await page.focus('textbox', 'Questions');
      await page.type('Why was it slow?');
      await hold(page);
      await page.waitForText('Why was it slow?');

      // Letters lead to the fields; what is half typed outlives the page.
      await page.press('n');
      await page.type('They showed the cause.');
      await page.waitForText('kept as a draft');
      await page.press('Escape');
      await page.waitForText('saved');
      await page.press('d');
      await page.type('A faster server');
      await expect.poll(() => reader.evaluate(isKept, 'A faster server')).toBe(true);
      const place = await page.evaluate(() => location.hash.slice(1));
      await page.close();
      page = await openLog(driver, place);
      await page.waitForElement('button', 'End the conversation');
      await page.waitFor(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value === 'A faster server'),
      );
      await page.focus('combobox', 'Who does it');
      await page.press('h');
      await page.waitFor(
        (wanted: string) =>
          document.activeElement instanceof HTMLSelectElement &&
          document.activeElement.selectedOptions[0]?.textContent === wanted,
        [name],
      );
      await chooseDay(page, '2031-04-01');
      await page.focus('textbox', 'What was decided');
      await page.press('Control+Enter');
      await page.waitForText('Promise noted');
      await dismissMessage(page);
      await page.press('Escape');
      await expectNoBarrier(page);

      await page.click('button', 'End the conversation');
      await page.waitFor(inPreview, ['A faster server']);
      await page.click('button', 'Download minutes');
      await page.waitForText('is in your downloads.');
      const file = await downloaded(driver, /^minutes-held-.*\.html$/);
      const minutes = readFileSync(file, 'utf8');
      for (const said of [
        'Why was it slow?',
        'They showed the cause.',
        'A faster server',
        'noted as a promise',
      ])
        expect(minutes).toContain(said);
      await expectNoBarrier(page);

      await page.click('link', 'All with this provider');
      await page.waitForText('none due yet');
      await expectNoBarrier(page);
      await page.click('link', /^Prepare$/);
      await hold(page);
      await page.waitForText(/Decided last time, on .*\s+.*A faster server/);
      await page.close();
    });
  });
}
