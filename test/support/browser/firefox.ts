import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Driver, DriverOptions, ExtensionPage, Tab } from './driver.ts';
import { evaluator } from './evaluate.ts';
import * as inside from './firefox-chrome.ts';
import { complaintsAmong } from './firefox-complaints.ts';
import { firefoxPopup, frameEvaluator } from './firefox-popup.ts';
import { requireBrowser } from './install.ts';
import { chooseFile, dropScripted, pageScreen, pageTab, placeIn } from './page-screen.ts';
import { killAll, newProfile, removeProfile } from './profile.ts';

const ADDON = 'casebook@casebook.invalid';
/** Firefox gives every installation its own address; a fixed one lets the tests open pages. */
const UUID = 'c45eb00c-0000-4000-8000-00000000c45e';

/** A frame that is busy with something else answers late on a small machine. */
const ANSWER_MS = 20_000;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

function preferences(options: DriverOptions, downloads: string): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
    // Add-ons installed for a test count as temporary; their data must outlive a restart like anybody else's.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'intl.locale.requested': options.language ?? 'en-US',
    'intl.accept_languages': options.language ?? 'en-US',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'ui.prefersReducedMotion': 1,
    // A display without a window manager has no active window, and a popup outside of one closes at once.
    'ui.popup.disable_autohide': options.display !== undefined,
    // A shortcut with Alt must not leave the keyboard in the menu bar.
    'ui.key.menuAccessKeyFocuses': false,
    ...(options.scale === undefined ? {} : { 'layout.css.devPixelsPerPx': String(options.scale) }),
  };
}

interface Connected {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

type ScriptAnswer =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

export async function launchFirefox(options: DriverOptions): Promise<Driver> {
  const executablePath = await requireBrowser('firefox');
  const profile = newProfile('firefox', options.disk);
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const origin = `moz-extension://${UUID}`;
  const { width, height } = options.viewport ?? { width: 1280, height: 720 };
  let browser: Browser;

  const bidi = async <R>(method: string, params: object): Promise<R> => {
    const { connection } = browser as unknown as Connected; // as: puppeteer does not publish its BiDi connection
    return (await connection.send(method, params)).result as R; // as: the protocol fixes what each method answers
  };
  /** The window in front; Firefox's own scope, reached through --remote-allow-system-access. */
  const chromeWindow = async (): Promise<string> => {
    const tree = await bidi<{ contexts: readonly { url: string; context: string }[] }>(
      'browsingContext.getTree',
      {
        'moz:scope': 'chrome',
      },
    );
    const found = tree.contexts.find(({ url }) => url.endsWith('browser.xhtml'));
    if (!found) throw new Error('Firefox has no window.');
    return found.context;
  };
  const inChrome = evaluator(async (expression) => {
    const answer = await bidi<ScriptAnswer>('script.evaluate', {
      expression: `(async () => JSON.stringify((await ${expression}) ?? null))()`,
      target: { context: await chromeWindow() },
      awaitPromise: true,
      userActivation: true,
    });
    if (answer.type === 'exception') throw new Error(`In Firefox's window: ${answer.exceptionDetails.text}`);
    return JSON.parse(answer.result.value);
  });

  const launch = async () => {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.display ? false : (options.headless ?? true),
      ...(options.display ? { env: { ...process.env, DISPLAY: options.display.name } } : {}),
      userDataDir: profile,
      defaultViewport: null,
      args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height + 85}`],
      extraPrefsFirefox: preferences(options, downloads),
    });
    await browser.installExtension(options.extension);
    await inChrome(inside.listenToConsole);
  };
  // After its installation the extension opens a page; it must not come between a test and its own tabs.
  const greeted = async () => {
    for (let tries = 0; tries < 50 && !(await inChrome(inside.hasTab, origin)); tries += 1) await pause(100);
  };
  /** Here it is installed again each time, which nobody else does: what its page then works out, no test has asked for. */
  const relaunch = async () => {
    await launch();
    await greeted();
    await inChrome(inside.closeTabs, origin);
  };
  await launch();
  await greeted();

  const pages = new WeakMap<Tab, Page>();
  const isOpen = () => inChrome(inside.popupIsOpen);

  const askPopup = (script: string) => inChrome(inside.askFrame, 'popup', ADDON, script, ANSWER_MS);
  const askBackground = (script: string) => inChrome(inside.askFrame, 'background', ADDON, script, ANSWER_MS);
  const inPopup = frameEvaluator('popup', askPopup);
  /** Once its page has loaded; Firefox may show the panel a little earlier, but then there is nothing in it yet. */
  const dismissPopup = async () => {
    for (let tries = 0; tries < 60 && (await isOpen()); tries += 1) {
      const state = await inPopup(() => `${document.readyState} ${location.href}`).catch(() => '');
      if (state.startsWith('complete') && state.includes('/popup.html')) break;
      await pause(20);
    }
    return (await inChrome(inside.hidePopups)) > 0;
  };
  const trigger = async (tab: Tab) => {
    const page = pages.get(tab);
    if (!page) throw new Error('The tab is not part of this browser.');
    await page.bringToFront();
    const outcome = await inChrome(inside.pressToolbarButton, ADDON);
    if (outcome !== 'pressed') throw new Error(`The toolbar button could not be pressed: ${outcome}.`);
  };

  /** A page of the extension lives in a process of its own, so its navigation never reports an end: look instead. */
  const arrive = async (page: Page, address: string) => {
    for (let tries = 0; tries < 200; tries += 1) {
      // Asked again now and then: the first request is lost when the add-on is still being started.
      if (tries % 50 === 0) void page.goto(address).catch(() => {});
      const here = await Promise.race([
        page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => ''),
        pause(500).then(() => ''),
      ]);
      if (here.startsWith(address) && here.endsWith('complete')) return;
      await pause(50);
    }
    throw new Error(`The page ${address} did not load in Firefox.`);
  };

  /** Up to two seconds for a page whose navigation reports nothing; one that never ends is left as it is. */
  const settled = async (url: string) => {
    for (let tries = 0; tries < 20; tries += 1) {
      await pause(100);
      if ((await inChrome(inside.front)) === `${url} false`) return;
    }
  };

  return {
    name: 'firefox',
    profile,
    origin,
    downloads,
    async openPage(url, { wait = true } = {}) {
      const page = await browser.newPage();
      const tab = pageTab(page);
      pages.set(tab, page);
      const arriving = page.goto(url).catch((error: unknown) => {
        if (wait && !/NS_ERROR|error page/i.test(String(error))) throw error;
      });
      if (wait) await arriving;
      else await Promise.race([arriving, settled(url)]);
      // As for a person: the page is in front, and drawn, before anybody clicks.
      await page.bringToFront();
      return tab;
    },
    async clickToolbar(tab) {
      await dismissPopup();
      await trigger(tab);
      for (let tries = 0; tries < 100 && !(await inChrome(inside.popupIsShown)); tries += 1) await pause(20);
      const popup = firefoxPopup(askPopup, isOpen, async () => void (await dismissPopup()));
      await popup.waitFor(() => location.href.includes('/popup.html') && document.body !== null);
      return popup;
    },
    clickToolbarOnly: trigger,
    clickInPrivateWindow: (url) => inChrome(inside.pressInPrivateWindow, ADDON, url),
    dismissPopup,
    async pressShortcut(tab, keys) {
      await pages.get(tab)?.bringToFront();
      if (options.display) await options.display.press(keys);
      else await inChrome(inside.pressKeyOfExtension, keys.split('+').at(-1) ?? '');
    },
    async chooseFromMenu(tab, selector, item) {
      const page = pages.get(tab);
      if (!page) throw new Error('The tab is not part of this browser.');
      await page.bringToFront();
      const { x, y } = await page.evaluate(placeIn, selector);
      await page.mouse.click(x, y, { button: 'right' });
      const outcome = await inChrome(inside.chooseOurItem, item, 5000);
      if (outcome !== 'chosen') throw new Error(`Our item could not be chosen: ${outcome}.`);
    },
    chooseElseOnButton: async () => {
      const outcome = await inChrome(inside.chooseElseOnButton, ADDON, 5000);
      if (outcome !== 'chosen') throw new Error(`Our item could not be chosen: ${outcome}.`);
    },
    shareScreen: () => inChrome(inside.shareScreen, 4000),
    async openExtensionPage(path): Promise<ExtensionPage> {
      const page = await browser.newPage();
      await arrive(page, `${origin}/${path}`);
      return {
        ...pageScreen(page),
        bringToFront: () => page.bringToFront(),
        async reload() {
          // Going to the address again would not load a page that differs in nothing behind the # either.
          await page.evaluate(markAndReload);
          for (let tries = 0; tries < 100 && (await page.evaluate(isMarked).catch(() => true)); tries += 1)
            await pause(50);
          await arrive(page, `${origin}/${path}`);
        },
        chooseFile: (path) => chooseFile(page, path),
        dropFile: (file, role, name) => dropScripted(page, file, role, name),
        screenshot: () => page.screenshot(),
        close: () => page.close(),
      };
    },
    async killBackground() {
      await inChrome(inside.stopBackground, ADDON);
    },
    inBackground: frameEvaluator('background', askBackground),
    async restart(meanwhile) {
      await browser.close();
      await meanwhile?.();
      await relaunch();
    },
    async kill9(meanwhile) {
      await killAll(profile, browser.process()?.pid);
      await meanwhile?.();
      await relaunch();
    },
    complaints: async () => complaintsAmong(await inChrome(inside.consoleSoFar), origin),
    closed: () => new Promise((done) => browser.once('disconnected', () => done())),
    async close() {
      await browser.close().catch(() => killAll(profile, browser.process()?.pid));
      if (existsSync(profile)) removeProfile(profile);
    },
  };
}

/** Runs in the page. The mark goes with the document. */
function markAndReload(): void {
  document.documentElement.dataset['leaving'] = 'yes';
  location.reload();
}

/** Runs in the page. */
function isMarked(): boolean {
  return document.documentElement.dataset['leaving'] === 'yes';
}
