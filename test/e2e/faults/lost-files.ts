import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/i18n/common/en.ts';
import { en as dataWords } from '../../../lib/i18n/data/en.ts';
import { en as issueWords } from '../../../lib/i18n/issue/en.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import {
  auditNow,
  drainJournal,
  exportEverything,
  JOURNALLED,
  journalled,
  rawLog,
  RECORDED,
  recordByClick,
  until,
  withBrowser,
  restart,
} from './one-browser.ts';
import { breakDatabase, deletePictures, wipe } from './profile-files.ts';

/** Files of the database that vanish while no browser runs: faults F17, F18 and F19 of the fault list. */
export function lostFiles(name: BrowserName): void {
  describe('when files of the log are lost', () => {
    it('keeps captures aside while the database cannot be opened, and takes them in when it can', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        await recordByClick(bench, `${portal.origin}/orders/before`, RECORDED);
        let broken: { restore(): void } | undefined;
        await restart(driver, () => {
          broken = breakDatabase(driver);
        });
        const said = await recordByClick(
          bench,
          `${portal.origin}/orders/during`,
          JOURNALLED,
          'typed meanwhile',
        );
        expect(said).toContain('kept safely aside');
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText(en.failure.unavailable, 20_000);
        expect(await journalled(log)).toBe(1);
        await log.close();
        await restart(driver, () => broken?.restore());
        await drainJournal(driver);
        const after = await rawLog(driver);
        const texts = after.entries.map(({ json }) => json ?? '');
        expect(texts.filter((json) => json.includes('orders/before'))).toHaveLength(1);
        expect(texts.filter((json) => json.includes('orders/during'))).toHaveLength(1);
        expect(texts.some((json) => json.includes('typed meanwhile'))).toBe(true);
        expect(await auditNow(driver)).toMatchObject({ half: [], twice: [], broken: [] });
      });
    });

    it('says in red that the log was wiped, and the next ledger names the one it continues', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        await recordByClick(bench, `${portal.origin}/orders/1`, RECORDED);
        await recordByClick(bench, `${portal.origin}/orders/2`, RECORDED);
        const before = await rawLog(driver);
        const head = before.ledgers.find(({ own }) => own);
        await restart(driver, () => wipe(driver));
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText(en.failure.wiped, 20_000);
        await log.close();
        await recordByClick(bench, `${portal.origin}/orders/3`, RECORDED);
        const after = await rawLog(driver);
        const first = after.entries.find(({ n }) => n === 1);
        const started = JSON.parse(first?.json ?? '{}');
        expect(started).toMatchObject({
          kind: 'ledger.started',
          body: { reason: 'wiped', after: { ledger: head?.ledger, n: head?.n, link: head?.link } },
        });
        expect(await auditNow(driver)).toMatchObject({ captures: 1, half: [], twice: [], broken: [] });
      });
    });

    it('shows the line of a picture whose file is gone and says that the picture is lost', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        await recordByClick(bench, `${portal.origin}/colour?c=d13f8a`, RECORDED);
        await restart(driver, () => {
          expect(deletePictures(driver)).toBeGreaterThan(0);
        });
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText('Colour d13f8a', 20_000);
        await log.click('link', 'Colour d13f8a');
        await log.waitForText(issueWords.picture.lost, 20_000);
        await log.close();
        expect(await exportEverything(driver)).toContain(dataWords.dialog.lost(1));
        // The record itself is whole, and what it says about the picture still stands.
        const { half, broken } = await auditNow(driver);
        expect(half).toEqual([expect.stringContaining('has no readable picture')]);
        expect(broken).toEqual([]);
        await recordByClick(bench, `${portal.origin}/colour?c=2a7f3b`, RECORDED);
        await until('the next picture being stored', async () =>
          (await rawLog(driver)).blobs.some((b) => b.actual !== null),
        );
      });
    });
  });
}
