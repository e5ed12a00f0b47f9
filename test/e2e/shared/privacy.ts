import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { captureOf, capturesOf } from './records.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Tries to reach the portal; runs in a page or in the background. */
const tryToFetch = (address: string) =>
  fetch(address).then(
    () => 'went out',
    () => 'blocked',
  );

/** The browser itself stops every request. Provokes violations of the content security policy on purpose. */
export function noNetwork(bench: () => Bench): void {
  describe('nothing can be sent away', { retry: 0 }, () => {
    it('from the background, the popup or the log', async () => {
      const { driver, portal, reader } = bench();
      const tab = await driver.openPage(`${portal.origin}/network`);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      expect(await popup.evaluate(tryToFetch, `${portal.origin}/leak/popup`)).toBe('blocked');
      expect(await driver.inBackground(tryToFetch, `${portal.origin}/leak/background`)).toBe('blocked');
      expect(await reader.evaluate(tryToFetch, `${portal.origin}/leak/log`)).toBe('blocked');
      await driver.dismissPopup();
      expect(portal.requests).toContain('/network');
      expect(portal.requests.filter((path) => path.startsWith('/leak'))).toEqual([]);
    });

    it('and the tests would notice a violation', async () => {
      const { driver } = bench();
      const complaints = await driver.complaints();
      expect(complaints.some((text) => text.includes('connect-src'))).toBe(true);
    });
  });
}

export function privateWindows(bench: () => Bench): void {
  describe('a private window', { retry: 0 }, () => {
    it('is refused and leaves nothing behind', async () => {
      const { driver, portal, reader } = bench();
      const before = (await capturesOf(reader)).length;
      expect(await driver.clickInPrivateWindow(`${portal.origin}/private-canary`)).toBe('refused');
      await pause(1000);
      expect((await capturesOf(reader)).length).toBe(before);
      expect(searchStorage(driver, 'private-canary')).toEqual([]);
    });
  });
}

/** Folders in which a browser keeps what the extension stores. */
function storageFolders({ name, profile, origin }: Driver): readonly string[] {
  const id = origin.replace(/^.*:\/\//, '');
  const below = (folder: string, part: string) =>
    readdirSync(join(profile, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name.includes(part))
      .map((entry) => join(profile, folder, entry.name));
  if (name === 'firefox') return below('storage/default', id);
  return [
    ...below('Default/IndexedDB', id),
    ...below('Default/Local Extension Settings', id),
    ...['Default/Session Storage', 'Default/Local Storage'].map((folder) => join(profile, folder)),
  ];
}

/** Like `grep -a`: files of the extension's storage that hold the text, as UTF-8 or as UTF-16. */
export function searchStorage(driver: Driver, text: string): readonly string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return storageFolders(driver).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
      .filter((file) => {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      }),
  );
}

/** Long and random, so that neither compression nor chance can hide or fake them. */
const CANARY = 'Kx7QmZ2vTq9LbW4s';
const IN_ADDRESS = 'Zq8tRw3yUp6mNb1cVd5f';
const IN_HASH = 'Hs4kLp9xWm2nQv7bTr6z';
const IN_NOTE = 'Pg5dFj8hYc3sXa7kEw2u';

export function secrets(bench: () => Bench): void {
  describe('secrets', { retry: 0 }, () => {
    it('are masked before anything reaches the disk', async () => {
      const { driver, portal, reader } = bench();
      const address = `${portal.origin}/reset/${CANARY}?token=${IN_ADDRESS}#access_token=${IN_HASH}`;
      const tab = await driver.openPage(`${portal.origin}/login?token=${IN_ADDRESS}`);
      await tab.goto(address);
      const popup = await driver.clickToolbar(tab);
      await popup.waitForText(/Recorded \d/);
      await popup.type(`canary ${CANARY} password: ${IN_NOTE}`);
      await popup.press('Enter');
      await captureOf(reader, ({ page }) => page.url?.includes('/reset/') ?? false);
      await expect
        .poll(() => searchStorage(driver, CANARY).length, { timeout: 20_000, interval: 500 })
        .toBeGreaterThan(0);
      for (const secret of [IN_ADDRESS, IN_HASH, IN_NOTE]) {
        expect(searchStorage(driver, secret), secret).toEqual([]);
      }
    });
  });
}
