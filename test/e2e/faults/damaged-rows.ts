import { describe, it } from 'vitest';
import { en as logWords } from '../../../lib/i18n/log/en.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { readRawLog } from '../../support/lab/raw-log.ts';
import { exportEverything, RECORDED, recordByClick, until, withBrowser, restart } from './one-browser.ts';

/** Runs in a page: makes one line of the log and one entry of another issue impossible to understand. */
async function damage(): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('casebook');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not open.')));
  });
  const transaction = db.transaction(['issues_a', 'entries'], 'readwrite');
  type Row = Record<string, unknown> & { v?: Record<string, unknown> };
  const change = (store: string, wanted: (row: Row) => boolean, to: (row: Row) => unknown) => {
    const request = transaction.objectStore(store).openCursor();
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor === null) return;
      if (wanted(cursor.value)) cursor.update(to(cursor.value));
      cursor.continue();
    });
  };
  change(
    'issues_a',
    ({ v }) => String(v?.['title']).includes('first'),
    (row) => ({ ...row, v: { ...row.v, lastAt: 5 } }),
  );
  change(
    'entries',
    (row) => String(row['json']).includes('/echo?text=second'),
    (row) => ({ ...row, json: '{"broken' }),
  );
  await new Promise<void>((done, fail) => {
    transaction.addEventListener('complete', () => done());
    transaction.addEventListener('abort', () =>
      fail(transaction.error ?? new Error('The rows could not be changed.')),
    );
  });
  db.close();
}

/** A row that cannot be understood: fault F20 of the fault list. */
export function damagedRows(name: BrowserName): void {
  describe('when rows of the log are damaged', () => {
    it('sets them aside, shows the others, and goes on recording', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        for (const text of ['first', 'second', 'third'])
          await recordByClick(bench, `${portal.origin}/echo?text=${text}`, RECORDED);
        const page = await driver.openExtensionPage('options.html#/welcome');
        await page.evaluate(damage);
        await restart(driver);
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText('third', 20_000);
        await log.waitForText(logWords.unreadable, 20_000);
        await until('the damaged rows being set aside', async () => {
          const { quarantined } = await readRawLog(log.evaluate);
          return quarantined.length > 0;
        });
        await exportEverything(driver);
        await recordByClick(bench, `${portal.origin}/echo?text=fourth`, RECORDED);
        await log.waitForText('fourth', 20_000);
      });
    });
  });
}
