import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { extensionId } from '../support/browser/chromium.ts';
import { requireBrowser } from '../support/browser/install.ts';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // 1280 × 720 for the page.
  '--window-size=1280,807',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** One Chromium with several copies of the extension beside each other: each folder is an extension with its own data. */
export interface BenchBrowser {
  readonly version: string;
  readonly browser: Browser;
  readonly downloads: string;
  origin(folder: string): string;
  /** Opens a page of the extension in a new tab. */
  extensionPage(folder: string, path: string): Promise<Page>;
  /** The real toolbar click; resolves with the popup and the moment of the click (ms since 1970, with fractions). */
  click(page: Page, folder: string): Promise<{ popup: Page; clickedAt: number }>;
  close(): Promise<void>;
}

/** Milliseconds since 1970 on the clock that pages also use. */
export const wallClock = (): number => performance.timeOrigin + performance.now();

/** Pinned buttons (an unpinned one opens its popup 260 ms later) and one folder for downloads. */
async function writePreferences(
  profile: string,
  folders: readonly string[],
  downloads: string,
): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  await mkdir(join(profile, 'Default'), { recursive: true });
  const known = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  known.extensions = { ...known.extensions, pinned_extensions: folders.map(extensionId) };
  known.download = { ...known.download, default_directory: downloads, prompt_for_download: false };
  await writeFile(file, JSON.stringify(known));
}

const QUIET_MS = 2500;

/** A new installation shows its welcome page, which would take the focus from the page that is measured. */
async function closeWelcomePages(browser: Browser): Promise<void> {
  let quietSince = performance.now();
  while (performance.now() - quietSince < QUIET_MS) {
    await wait(100);
    for (const page of await browser.pages()) {
      if (!page.url().includes('options.html')) continue;
      await wait(300);
      await page.close();
      quietSince = performance.now();
    }
  }
}

export async function openBenchBrowser(profile: string, folders: readonly string[]): Promise<BenchBrowser> {
  const downloads = join(profile, 'downloads');
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads, { recursive: true });
  await writePreferences(profile, folders, downloads);
  const browser = await puppeteer.launch({
    executablePath: await requireBrowser('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    protocolTimeout: 900_000,
    args: FLAGS,
  });
  for (const folder of folders) await browser.installExtension(folder);
  await closeWelcomePages(browser);
  const origin = (folder: string) => `chrome-extension://${extensionId(folder)}`;
  return {
    version: await browser.version(),
    browser,
    downloads,
    origin,
    async extensionPage(folder, path) {
      const page = await browser.newPage();
      await page.goto(`${origin(folder)}/${path}`);
      return page;
    },
    async click(page, folder) {
      const extension = (await browser.extensions()).get(extensionId(folder));
      if (!extension) throw new Error('The extension is not in this browser.');
      await page.bringToFront();
      const opened = browser.waitForTarget(
        (target) => target.url().startsWith(`${origin(folder)}/popup.html`),
        {
          timeout: 10_000,
        },
      );
      const clickedAt = wallClock();
      await page.triggerExtensionAction(extension);
      return { popup: await (await opened).asPage(), clickedAt };
    },
    close: () => browser.close(),
  };
}
