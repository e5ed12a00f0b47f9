import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, {
  TargetType,
  type Browser,
  type CDPSession,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import type { Driver, DriverOptions, ExtensionPage, Popup, Tab } from './driver.ts';
import {
  dispatchCommand,
  dispatchMenu,
  dropFile,
  menuByHand,
  pointedAt,
  screenFlags,
} from './chromium-input.ts';
import { evaluator } from './evaluate.ts';
import { requireBrowser } from './install.ts';
import { chooseFile, pageScreen, pageTab } from './page-screen.ts';
import { killAll, newProfile, removeProfile } from './profile.ts';

/** The id Chromium gives an unpacked extension: 32 half bytes of the hash of its path, written a–p. */
export function extensionId(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  // The sandbox needs a user; inside a container there is often only root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function writePreferences(profile: string, id: string, downloads: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    // Pinned, as people have it: an unpinned button opens its popup a quarter of a second later.
    extensions: { pinned_extensions: [id] },
    download: { default_directory: downloads, prompt_for_download: false },
  };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}

export async function launchChromium(options: DriverOptions): Promise<Driver> {
  const executablePath = await requireBrowser('chromium');
  const profile = newProfile('chromium', options.disk);
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const id = extensionId(options.extension);
  const origin = `chrome-extension://${id}`;
  writePreferences(profile, id, downloads);
  const { width, height } = options.viewport ?? { width: 1280, height: 720 };
  const language = options.language ?? 'en-US';

  const complaints: string[] = [];

  const listen = async (client: CDPSession, where: string) => {
    client.on('Log.entryAdded', ({ entry }) => {
      if (entry.source === 'security' || /Content Security Policy/i.test(entry.text))
        complaints.push(`${where}: ${entry.text}`);
    });
    client.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) =>
      complaints.push(`${where}: ${details.exception?.description ?? details.text}`),
    );
    await client.send('Log.enable');
    await client.send('Runtime.enable');
  };
  const watch = async (target: Target) => {
    if (!target.url().startsWith(origin)) return;
    try {
      if (target.type() === TargetType.SERVICE_WORKER) {
        const worker = await target.worker();
        if (worker) await listen(worker.client, 'background');
      } else if (target.type() === TargetType.PAGE || target.type() === TargetType.OTHER) {
        await listen(await target.createCDPSession(), target.url().slice(origin.length));
      }
    } catch {
      // The popup or worker was gone before it could be listened to.
    }
  };

  const launch = async (): Promise<Browser> => {
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
      rmSync(join(profile, lock), { force: true });
    const started = await puppeteer.launch({
      executablePath,
      headless: options.display ? false : (options.headless ?? true),
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      env: {
        ...process.env,
        LANGUAGE: language.replace('-', '_'),
        ...(options.display ? { DISPLAY: options.display.name } : {}),
      },
      // 87 pixels are tabs and toolbar.
      args: [
        ...FLAGS,
        ...screenFlags(options.display),
        `--lang=${language}`,
        `--window-size=${width},${height + 87}`,
        ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
      ],
    });
    const seen = new WeakSet<Target>();
    const once = (target: Target) => {
      if (!target.url().startsWith(origin) || seen.has(target)) return;
      seen.add(target);
      void watch(target);
    };
    started.on('targetcreated', once);
    started.on('targetchanged', once);
    await started.installExtension(options.extension);
    await started.waitForTarget(
      (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin),
    );
    return started;
  };
  let browser = await launch();
  // After its installation the extension opens a page; it must not come between a test and its own tabs.
  await browser
    .waitForTarget((target) => target.url().startsWith(`${origin}/options.html`), { timeout: 5000 })
    .catch(() => {});

  const worker = async (): Promise<WebWorker> => {
    const target = await browser.waitForTarget(
      (found) => found.type() === TargetType.SERVICE_WORKER && found.url().startsWith(origin),
      { timeout: 5000 },
    );
    const found = await target.worker();
    if (!found) throw new Error('The service worker of the extension could not be reached.');
    return found;
  };
  const inWorker = evaluator(async (expression) => (await worker()).evaluate(expression));
  const popupTarget = () =>
    browser.targets().find((target) => target.url().startsWith(`${origin}/popup.html`));
  const pages = new WeakMap<Tab, Page>();
  const trigger = async (tab: Tab) => {
    const page = pages.get(tab);
    const extension = (await browser.extensions()).get(id);
    if (!page || !extension) throw new Error('The tab or the extension is not part of this browser.');
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
  };
  const dismissPopup = async () => {
    const target = popupTarget();
    if (!target) return false;
    const page = await target.asPage();
    // Chromium shows a popup once its page has loaded; nobody can close what is not there yet.
    await page.waitForFunction(() => document.readyState === 'complete').catch(() => {});
    await page.close().catch(() => {});
    return true;
  };
  /** What a real key or menu gives besides: the permission for the tab. Here it comes from a click on the button. */
  const granted = new WeakSet<Tab>();
  const grant = async (tab: Tab) => {
    if (granted.has(tab)) return;
    granted.add(tab);
    await trigger(tab);
    await browser.waitForTarget((target) => target.url().startsWith(`${origin}/popup.html`), {
      timeout: 5000,
    });
    await dismissPopup();
  };
  const toPopup = async (target: Target): Promise<Popup> => {
    const page = await target.asPage();
    return {
      ...pageScreen(page),
      isOpen: async () => popupTarget() !== undefined,
      close: () => page.close(),
    };
  };

  return {
    name: 'chromium',
    profile,
    origin,
    downloads,
    async openPage(url, { wait = true } = {}) {
      const page = await browser.newPage();
      const tab = pageTab(page);
      pages.set(tab, page);
      const arriving = page
        .goto(url, { waitUntil: wait ? 'load' : 'domcontentloaded' })
        .catch(async (error: unknown) => {
          if (wait && !/net::ERR_/.test(String(error))) throw error;
          // Told before the browser's own error page is there; what a person would click on is that page.
          if (wait)
            await page
              .waitForFunction(() => location.protocol === 'chrome-error:', { timeout: 3000 })
              .catch(() => {});
        });
      if (wait) await arriving;
      return tab;
    },
    async clickToolbar(tab) {
      await dismissPopup();
      const opened = browser.waitForTarget((target) => target.url().startsWith(`${origin}/popup.html`), {
        timeout: 10_000,
      });
      await trigger(tab);
      return toPopup(await opened);
    },
    clickToolbarOnly: trigger,
    dismissPopup,
    /** Chromium ends itself when told to press a button that a private window does not have: look for the pages behind it. */
    async clickInPrivateWindow(url) {
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.goto(url);
        const shown = await page.goto(`${origin}/popup.html`).catch(() => null);
        return shown === null ? 'refused' : 'pressed';
      } finally {
        await context.close();
      }
    },
    async pressShortcut(tab, keys, command) {
      const page = pages.get(tab);
      await page?.bringToFront();
      if (options.display) await options.display.press(keys);
      else if (page) {
        await grant(tab);
        await inWorker(dispatchCommand, command, page.url());
      }
    },
    async chooseFromMenu(tab, selector, item) {
      const page = pages.get(tab);
      if (!page) throw new Error('The tab is not part of this browser.');
      await page.bringToFront();
      if (options.display) await menuByHand(options.display, page, selector, item);
      else {
        const info = await page.evaluate(pointedAt, selector);
        await grant(tab);
        await inWorker(dispatchMenu, item, page.url(), info);
      }
    },
    // The menu of the toolbar button belongs to the browser, and where the button is nobody tells.
    chooseElseOnButton: () => inWorker(dispatchMenu, 'else', '', {}),
    // Answered by a flag: Chromium's own picker can be reached by nothing.
    shareScreen: async () => true,
    async openExtensionPage(path): Promise<ExtensionPage> {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`);
      return {
        ...pageScreen(page),
        bringToFront: () => page.bringToFront(),
        reload: async () => void (await page.reload()),
        chooseFile: (path) => chooseFile(page, path),
        dropFile: (file, role, name) => dropFile(page, file, role, name),
        screenshot: () => page.screenshot(),
        close: () => page.close(),
      };
    },
    async killBackground() {
      const target = browser
        .targets()
        .find((found) => found.type() === TargetType.SERVICE_WORKER && found.url().startsWith(origin));
      const running = await target?.worker();
      // Closes the target and lets go of it: with a debugger still attached the worker would never start again.
      // When the worker ended by itself meanwhile, there is nothing left to let go of.
      await running?.close().catch(() => {});
    },
    inBackground: inWorker,
    async restart(meanwhile) {
      await browser.close();
      await meanwhile?.();
      browser = await launch();
    },
    async kill9(meanwhile) {
      await killAll(profile, browser.process()?.pid);
      await meanwhile?.();
      browser = await launch();
    },
    complaints: async () => [...complaints],
    closed: () => new Promise((done) => browser.once('disconnected', () => done())),
    async close() {
      await browser.close().catch(() => killAll(profile, browser.process()?.pid));
      if (existsSync(profile)) removeProfile(profile);
    },
  };
}
