import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../../../scripts/lib/build.ts';
import type { Driver } from '../../support/browser/driver.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import {
  auditNow,
  drainJournal,
  JOURNALLED,
  RECORDED,
  recordByClick,
  restart,
  until,
  withBrowser,
} from './one-browser.ts';

const REST = 'background-rest.js';

/** A copy of the built extension that a test may change. */
async function withCopy(name: BrowserName, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-extension-'));
  try {
    cpSync(builtFolder(name === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The extension as its next version would be: another number, and another second file, which says which it is. */
function writeVersion(folder: string, version: string): void {
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }));
  const rest = readFileSync(join(folder, REST), 'utf8').replace(/\n\/\/version[^]*$/, '');
  writeFileSync(join(folder, REST), `${rest}\n//version\nglobalThis.casebookVersion = '${version}';\n`);
}

const version = (driver: Driver) =>
  driver.inBackground(() => String(Reflect.get(globalThis, 'casebookVersion'))).catch(() => 'none');

/** The second file of the background changes or is damaged under a browser that runs. */
export function changedRest(name: BrowserName): void {
  describe('a background in two files', { retry: 0 }, () => {
    it('runs the second file of the newest version, also when it was stopped, killed or replaced', async () => {
      await withCopy(name, async (extension) => {
        writeVersion(extension, '0.1.1');
        await withBrowser(
          name,
          async (bench) => {
            const { driver, portal } = bench;
            const record = (what: string) => recordByClick(bench, `${portal.origin}/rest/${what}`, RECORDED);
            const stop = () => driver.killBackground().catch(() => undefined);
            await record('fresh');
            await stop();
            await record('stopped');
            expect(await version(driver)).toBe('0.1.1');

            writeVersion(extension, '0.1.2');
            await driver.installAgain();
            await until('the newer version running', async () => (await version(driver)) === '0.1.2');
            await record('replaced');
            await stop();
            await record('replaced-stopped');
            expect(await version(driver)).toBe('0.1.2');

            await driver.kill9();
            await record('killed');
            await stop();
            await record('killed-stopped');
            expect(await version(driver)).toBe('0.1.2');

            await restart(driver, () => writeVersion(extension, '0.1.3'));
            await record('restarted');
            await stop();
            await record('restarted-stopped');
            expect(await version(driver)).toBe('0.1.3');
            expect(await auditNow(driver)).toMatchObject({ captures: 8, half: [], twice: [], broken: [] });
          },
          { extension },
        );
      });
    });

    it('keeps captures aside while the second file cannot be had, and logs them once it can', async () => {
      await withCopy(name, async (extension) => {
        const whole = readFileSync(join(extension, REST));
        writeFileSync(join(extension, REST), 'this is no script');
        await withBrowser(
          name,
          async (bench) => {
            const { driver, portal } = bench;
            const said = await recordByClick(
              bench,
              `${portal.origin}/rest/lost?token=Zq8tRw3yUp6mNb1cVd5f`,
              JOURNALLED,
              'The list stays empty',
            );
            expect(said).toContain('kept safely aside');
            writeFileSync(join(extension, REST), whole);
            await driver.installAgain();
            await drainJournal(driver);
            expect(await auditNow(driver)).toMatchObject({ captures: 1, half: [], twice: [], broken: [] });
            const log = await driver.openExtensionPage('options.html');
            await log.waitForText('The list stays empty', 20_000);
          },
          { extension },
        );
      });
    });
  });
}
