import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/i18n/data/en.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { launch } from '../../support/browser/launch.ts';
import { audit } from '../../support/lab/audit.ts';
import { readRawLog } from '../../support/lab/raw-log.ts';
import { manyLogs } from '../../support/many-logs.ts';
import { openLog } from './steps.ts';

const CONFIRM = /^Restore [\d,]+ entries$/;

/** As if a minute had gone by since the import that died gave its last sign of life. */
function ageJob(): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('casebook');
    opening.addEventListener('error', () => fail(opening.error ?? new Error('The database did not open.')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('meta', 'readwrite');
      const meta = transaction.objectStore('meta');
      const reading = meta.get('job');
      reading.addEventListener('success', () => {
        if (reading.result !== undefined) meta.put({ ...reading.result, beat: 0 });
      });
      transaction.addEventListener('complete', () => {
        opening.result.close();
        done();
      });
    });
  });
}

async function takeIn(page: ExtensionPage, file: string): Promise<void> {
  await page.chooseFile(file);
  await page.waitForText('New entries', 20_000);
  await page.click('button', CONFIRM);
}

/** Fault F36 of the fault list, with a whole browser instead of a page. */
export function killedImport(name: BrowserName): void {
  describe('a browser that is killed while logs are taken in', { retry: 0 }, () => {
    it(
      'has nothing of them afterwards, whatever it was at, and takes all of them in the next time',
      { timeout: 120_000 },
      async () => {
        const logs = await manyLogs(5, 1600, 0);
        const folder = mkdtempSync(join(tmpdir(), 'casebook-killed-'));
        const file = join(folder, 'five.zip');
        writeFileSync(file, new Uint8Array(await logs.blob.arrayBuffer()));
        const driver = await launch(name);
        try {
          for (const step of [en.progress.entries, en.progress.issues]) {
            const page = await openLog(driver, '/data');
            await takeIn(page, file);
            // Two thousand or more are done.
            await page.waitForText(new RegExp(`${en.restoreWorking}: ${step}\\s*[2-9],\\d+ of`), 30_000);
            await driver.kill9();
            const reader = await openLog(driver, '/data');
            const left = await readRawLog(reader.evaluate);
            // Rows of it are there, but nobody sees them.
            expect(left.entries.length).toBeGreaterThan(500);
            expect(left.issues).toEqual([]);
            expect(left.ledgers.map(({ own }) => own)).toEqual([true]);
            await reader.evaluate(ageJob);
          }
          const page = await openLog(driver, '/data');
          await takeIn(page, file);
          await page.waitForText(/were restored/, 30_000);
          const log = await readRawLog(page.evaluate);
          expect(audit(log, [])).toMatchObject({ half: [], twice: [], broken: [] });
          expect(log.counted).toBe(logs.issues);
        } finally {
          await driver.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    );
  });
}
