import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Driver, ExtensionPage } from '../../support/browser/driver.ts';
import type { Bench } from './bench.ts';
import { captureOf, type Captured } from './records.ts';

/** A click on a page of the portal, with a note if given; ends with the popup closed and the record on disk. */
export async function recordProblem(bench: Bench, path: string, note?: string): Promise<Captured> {
  const { driver, portal, reader } = bench;
  const address = portal.origin + path;
  const tab = await driver.openPage(address);
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText(/Recorded \d/);
  if (note === undefined) await driver.dismissPopup();
  else {
    await popup.type(note);
    await popup.press('Enter');
    await expect.poll(() => popup.isOpen(), { timeout: 10_000 }).toBe(false);
  }
  const captured = await captureOf(reader, ({ page }) => page.url === address);
  await tab.close();
  return captured;
}

export async function openLog(driver: Driver, route = '/log'): Promise<ExtensionPage> {
  const page = await driver.openExtensionPage(`options.html#${route}`);
  await page.bringToFront();
  return page;
}

/** Chosen in the settings, as people do. */
export async function setTheme({ driver }: Bench, theme: 'Light' | 'Dark'): Promise<void> {
  const settings = await openLog(driver, '/settings');
  await settings.click('radio', theme);
  await settings.waitFor(
    (wanted: string) => document.documentElement.dataset['theme'] === wanted,
    [theme.toLowerCase()],
  );
  await settings.close();
}

export type Theme = 'light' | 'dark';
export type Language = 'en' | 'de';

/** Chosen in the settings with the keys that open them, whatever language they are in. */
export async function setAppearance({ driver }: Bench, theme: Theme, language: Language): Promise<void> {
  const settings = await openLog(driver, '/settings');
  await settings.focus('combobox', /^(Language|Sprache)/);
  // The names of languages begin alike in every language.
  await settings.press(language === 'de' ? 'd' : 'e');
  await settings.waitFor((wanted: string) => document.documentElement.lang.startsWith(wanted), [language]);
  await settings.click('radio', theme === 'light' ? /^(Light|Hell)$/ : /^(Dark|Dunkel)$/);
  await settings.waitFor((wanted: string) => document.documentElement.dataset['theme'] === wanted, [theme]);
  await settings.close();
}

/** A download that a killed browser left half done would count as running for ever. */
export function clearDownloads({ downloads }: Driver): void {
  for (const file of readdirSync(downloads)) rmSync(join(downloads, file), { recursive: true });
}

/** Waits for a finished download whose name fits, and returns its path. */
export async function downloaded(driver: Driver, name: RegExp, timeoutMs = 30_000): Promise<string> {
  // Firefox keeps the name with an empty file while the bytes go into one beside it.
  const find = () => {
    const files = readdirSync(driver.downloads);
    if (files.some((file) => /\.(?:part|crdownload)$/.test(file))) return undefined;
    return files.find((file) => name.test(file) && statSync(join(driver.downloads, file)).size > 0);
  };
  const there = () =>
    readdirSync(driver.downloads).map((file) => `${file} (${statSync(join(driver.downloads, file)).size})`);
  await expect
    .poll(find, { timeout: timeoutMs, interval: 100 })
    .toBeTruthy()
    .catch((error: unknown) => {
      throw new Error(`Not downloaded: ${name}. There is: ${there().join(', ') || 'nothing'}.`, {
        cause: error,
      });
    });
  return join(driver.downloads, find() ?? '');
}
