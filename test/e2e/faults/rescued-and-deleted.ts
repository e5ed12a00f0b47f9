import { describe, expect, it } from 'vitest';
import { en as data } from '../../../lib/i18n/data/en.ts';
import { en as words } from '../../../lib/i18n/rescue/en.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { readRawLog } from '../../support/lab/raw-log.ts';
import { downloaded } from '../shared/steps.ts';
import { RECORDED, recordByClick, restart, until, withBrowser } from './one-browser.ts';

/** Runs in a page: makes the entry of one capture impossible to understand. */
async function damage(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('casebook');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not open.')));
  });
  const transaction = db.transaction('entries', 'readwrite');
  const request = transaction.objectStore('entries').openCursor();
  request.addEventListener('success', () => {
    const cursor = request.result;
    if (cursor === null) return;
    if (String(cursor.value.json).includes('/echo?text=second'))
      cursor.update({ ...cursor.value, json: '{"broken' });
    cursor.continue();
  });
  await new Promise<void>((done, fail) => {
    transaction.addEventListener('complete', () => done());
    transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('It was not changed.')));
  });
  db.close();
}

const kept = async () => {
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  return JSON.stringify(await api.storage.local.get(null));
};

/** What a person does whose log is damaged: save what reads, delete everything, bring it in again. */
export function rescuedAndDeleted(name: BrowserName): void {
  describe('a damaged log', () => {
    it(
      'is saved as far as it reads, deleted as a whole, and brought in again',
      { timeout: 120_000 },
      async () => {
        await withBrowser(name, async (bench) => {
          const { driver, portal } = bench;
          for (const text of ['first', 'second', 'third'])
            await recordByClick(bench, `${portal.origin}/echo?text=${text}`, RECORDED);
          const page = await driver.openExtensionPage('options.html#/data');
          await page.bringToFront();
          await page.evaluate(damage);
          const before = await readRawLog(page.evaluate);
          const secret = await page.evaluate(kept);
          await page.click('button', words.make);
          await page.waitForText(words.someLost(1), 20_000);
          const file = await downloaded(driver, /^casebook-rescue.*\.zip$/);

          await page.click('button', words.wipe.open);
          await page.focus('textbox', words.wipe.typeIt(words.wipe.word));
          await page.type(words.wipe.word);
          await page.click('button', /^Delete everything$/);
          // Every page closes. Browsers do not take an unpacked extension back by themselves, so the browser starts anew.
          await until('Every page closing', () =>
            page.text().then(
              () => false,
              () => true,
            ),
          );
          await restart(driver);
          const empty = await driver.openExtensionPage('options.html#/data');
          await until('The new log being there', async () => {
            const { entries, blobs } = await readRawLog(empty.evaluate);
            return entries.length === 1 && blobs.length === 0;
          });
          const after = await readRawLog(empty.evaluate);
          const ledgers = before.ledgers.map(({ ledger }) => ledger);
          expect(after.ledgers.filter(({ ledger }) => ledgers.includes(ledger))).toEqual([]);
          const [of = ''] = ledgers;
          expect(secret).toContain(of);
          expect(await empty.evaluate(kept)).not.toContain(of);

          await empty.bringToFront();
          await empty.chooseFile(file);
          await empty.click('button', /^Restore \d/);
          await empty.waitForText(/restored/, 20_000);
          const again = await readRawLog(empty.evaluate);
          const whole = before.entries.filter(({ json }) => json !== '{"broken');
          expect(
            again.entries
              .filter(({ ledger, json }) => ledger === of && json !== null)
              .map(({ json }) => json),
          ).toEqual(whole.map(({ json }) => json));
          expect(again.entries.filter(({ ledger }) => ledger === of)).toHaveLength(before.entries.length);
          expect(again.blobs).toHaveLength(2);
          await empty.waitForText(data.restoreHeading);
        });
      },
    );
  });
}
