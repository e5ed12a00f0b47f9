import { startPortal, type Portal } from '../../../scripts/portal/server.ts';
import { en as data } from '../../../lib/i18n/data/en.ts';
import type { Driver, DriverOptions, ExtensionPage } from '../../support/browser/driver.ts';
import type { BrowserName } from '../../support/browser/find.ts';
import { launch } from '../../support/browser/launch.ts';
import { audit, type Audit } from '../../support/lab/audit.ts';
import { wakeBackground } from '../../support/lab/captures.ts';
import { readRawLog, type RawLog } from '../../support/lab/raw-log.ts';

export interface FaultBench {
  readonly driver: Driver;
  readonly portal: Portal;
}

/** A fault ruins its profile, so each test has a browser of its own. */
export async function withBrowser(
  name: BrowserName,
  work: (bench: FaultBench) => Promise<void>,
  options: Partial<DriverOptions> = {},
): Promise<void> {
  const portal = await startPortal();
  try {
    const driver = await launch(name, options);
    try {
      await welcomed(driver, 20_000);
      await work({ driver, portal });
    } finally {
      await driver.close();
    }
  } finally {
    await portal.close();
  }
}

/** The welcome page of a new installation takes the focus, which would close a popup: let it come first. */
async function welcomed(driver: Driver, timeoutMs: number): Promise<void> {
  const page = await driver.openExtensionPage('options.html#/data');
  const end = Date.now() + timeoutMs;
  const isThere = () =>
    page.evaluate(async () => {
      const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const tabs: { url?: string }[] = await api.tabs.query({});
      return tabs.some(({ url }) => url?.includes('options.html#/welcome'));
    });
  while (Date.now() < end && !(await isThere())) await pause(100);
  await pause(200);
  await page.close();
}

/** An orderly end and a new start; the browser may take the extension for a new installation again. */
export async function restart(driver: Driver, meanwhile?: () => void | Promise<void>): Promise<void> {
  await driver.restart(meanwhile);
  await welcomed(driver, 2000);
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until the answer is true. */
export async function until(what: string, ask: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    if (await ask().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${timeoutMs} ms.`);
    await pause(200);
  }
}

/** Opens a page that shows no log and reads the database through it, past all of our code. */
export async function rawLog(driver: Driver): Promise<RawLog> {
  const page = await driver.openExtensionPage('options.html#/welcome');
  try {
    return await readRawLog(page.evaluate);
  } finally {
    await page.close();
  }
}

/** The whole database must be in order, whatever happened before. */
export async function auditNow(driver: Driver): Promise<Audit> {
  return audit(await rawLog(driver), []);
}

/** Records the page with a real click and waits until the popup says what became of it. */
export async function recordByClick(
  { driver }: FaultBench,
  url: string,
  outcome: string | RegExp,
  note?: string,
): Promise<string> {
  const tab = await driver.openPage(url);
  const popup = await driver.clickToolbar(tab);
  await popup.waitForText(outcome, 20_000);
  if (note !== undefined) {
    await popup.focus('textbox', /What went wrong/);
    await popup.type(note);
    await pause(600);
  }
  const text = await popup.text();
  await driver.dismissPopup();
  await until('the popup closing', async () => !(await popup.isOpen()));
  await tab.close();
  return text;
}

export const RECORDED = /Recorded \d/;
export const JOURNALLED = 'Kept for later';

/** Number of captures waiting in the emergency journal. */
export async function journalled(page: ExtensionPage): Promise<number> {
  return page.evaluate(async () => {
    const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    const all: Record<string, unknown> = await api.storage.local.get(null);
    return Object.keys(all).filter((key) => key.startsWith('journal:')).length;
  });
}

/** Exports everything through the screen, zipped; what the dialog says in the end. */
export async function exportEverything(driver: Driver): Promise<string> {
  const page = await driver.openExtensionPage('options.html#/data');
  await page.bringToFront();
  await page.click('button', data.exportAll);
  await page.click('radio', data.dialog.formats.zip.name);
  await page.click('button', /^Export \d+ issues?$/);
  await page.waitForText(/was written, read back/, 20_000);
  const said = await page.text();
  await page.close();
  return said;
}

/** Lets the background finish what waits, until nothing does. */
export async function drainJournal(driver: Driver): Promise<void> {
  const page = await driver.openExtensionPage('options.html#/welcome');
  await until('The journal entering the log', async () => {
    await wakeBackground(page.evaluate);
    return (await journalled(page)) === 0;
  });
  await page.close();
}
