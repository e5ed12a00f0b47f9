import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/i18n/common/en.ts';
import { latestVersion, MIGRATIONS } from '../../../lib/storage/migrations/registry.ts';
import type { ExtensionPage } from '../../support/browser/driver.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { captureOnce } from '../../support/lab/captures.ts';
import {
  auditNow,
  drainJournal,
  exportEverything,
  JOURNALLED,
  rawLog,
  RECORDED,
  recordByClick,
  until,
  withBrowser,
} from './one-browser.ts';

/** As Dexie numbers them in the browser: ten times its own. */
const NEWER = (latestVersion(MIGRATIONS) + 1) * 10;

/** Runs in a page: opens the database as another version of Casebook would, and keeps it open there. */
function holdVersion(version: number): Promise<string> {
  return new Promise((done) => {
    const request = indexedDB.open('casebook', version);
    request.addEventListener('upgradeneeded', () => {
      const stores = request.result.objectStoreNames;
      if (!stores.contains('future')) request.result.createObjectStore('future');
    });
    // No listener for versionchange: like a window of an old Casebook, or one that hangs.
    request.addEventListener('success', () => {
      Reflect.set(window, 'casebookHeld', request.result);
      done('held');
    });
    request.addEventListener('error', () => done(String(request.error?.message)));
  });
}

function letGo(): void {
  Reflect.get(window, 'casebookHeld').close();
}

/** Runs in a page: as before the first start of Casebook, but with an older database that somebody keeps open. */
async function startOverWithVersion(version: number): Promise<string> {
  const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
  const cleared: Promise<void> = api.storage.local.clear();
  // Both at once: nobody gets in between.
  indexedDB.deleteDatabase('casebook');
  const request = indexedDB.open('casebook', version);
  await cleared;
  return new Promise((done) => {
    request.addEventListener('success', () => {
      Reflect.set(window, 'casebookHeld', request.result);
      done('held');
    });
    request.addEventListener('error', () => done(String(request.error?.message)));
  });
}

const entryCount = async (page: ExtensionPage): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const db: IDBDatabase = Reflect.get(window, 'casebookHeld');
        const request = db.transaction('entries').objectStore('entries').count();
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () =>
          fail(request.error ?? new Error('The entries could not be counted.')),
        );
      }),
  );

/** More than one version of Casebook on one database: faults F11, F12 and F13 of the fault list. */
export function otherVersions(name: BrowserName): void {
  describe('when another version of Casebook is at the database', () => {
    it('writes nothing any more once a newer version has taken over, and reads and records aside after a reload', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        await recordByClick(bench, `${portal.origin}/orders/before`, RECORDED);
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText('/orders/');
        const newer = await driver.openExtensionPage('options.html#/welcome');
        expect(await newer.evaluate(holdVersion, NEWER)).toBe('held');
        const entries = await entryCount(newer);
        await log.waitForText(en.failure['closed-by-update'], 10_000);
        // Old code in the page and in the background, still running: whatever it is asked for, nothing is written.
        for (let n = 0; n < 5; n += 1) await captureOnce(log.evaluate, crypto.randomUUID());
        expect(await entryCount(newer)).toBe(entries);

        await driver.killBackground().catch(() => undefined);
        await log.bringToFront();
        await log.reload();
        await log.waitForText(en.failure['read-only-newer'], 20_000);
        await log.waitForText('/orders/');
        const said = await recordByClick(bench, `${portal.origin}/orders/after`, JOURNALLED);
        expect(said).toContain('kept safely aside');
        await exportEverything(driver);
        expect(await entryCount(newer)).toBe(entries);
      });
    });

    it('says which window is in the way of an upgrade, keeps captures aside, and goes on by itself', async () => {
      await withBrowser(name, async (bench) => {
        const { driver, portal } = bench;
        const old = await driver.openExtensionPage('options.html#/welcome');
        expect(await old.evaluate(startOverWithVersion, 5)).toBe('held');
        await driver.killBackground().catch(() => undefined);
        const log = await driver.openExtensionPage('options.html');
        await log.waitForText(en.failure.blocked, 20_000);
        await recordByClick(bench, `${portal.origin}/orders/blocked`, JOURNALLED);
        await old.evaluate(letGo);
        await until('the banner going away', async () => !(await log.text()).includes(en.failure.blocked));
        await drainJournal(driver);
        await log.bringToFront();
        await log.waitForText('/orders/', 20_000);
        expect(await auditNow(driver)).toMatchObject({ captures: 1, half: [], twice: [], broken: [] });
        expect((await rawLog(driver)).ledgers).toHaveLength(1);
      });
    });
  });
}
