// Functions that run in Firefox's own window scope or in a popup's frame script: only their source gets there.

import type { ConsoleMessage } from './firefox-complaints.ts';

/* oxlint-disable typescript/no-explicit-any -- Firefox's internal objects have no published types */
declare const WebExtensionPolicy: any;
declare const ChromeUtils: any;
declare const Services: any;
declare const Ci: any;

/** Presses the extension's toolbar button in this window, as a click does: with activeTab for the tab in front. */
export async function pressToolbarButton(addonId: string): Promise<string> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const policy = WebExtensionPolicy.getByID(addonId);
  if (!policy) return 'not installed';
  const action = ExtensionParent.apiManager.global.browserActionFor(policy.extension);
  await action.triggerAction(window);
  return 'pressed';
}

export function hidePopups(): number {
  let hidden = 0;
  for (const panel of document.querySelectorAll<any>('panel')) {
    if (panel.state !== 'open' && panel.state !== 'showing') continue;
    panel.hidePopup();
    hidden += 1;
  }
  return hidden;
}

export async function stopBackground(addonId: string): Promise<void> {
  await WebExtensionPolicy.getByID(addonId).extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

/** Keeps every message of the console; which of them are complaints is decided outside. */
export function listenToConsole(): void {
  const own = window as any; // as: a place of our own on the browser window
  if (own.casebookConsole) return;
  own.casebookConsole = [];
  Services.console.registerListener({
    observe(message: any) {
      // Asked for this interface, a message also tells where it comes from; not all have it.
      if (message instanceof Ci.nsIScriptError) {
        own.casebookConsole.push({ text: message.errorMessage, source: message.sourceName ?? '' });
      } else own.casebookConsole.push({ text: String(message.message ?? message), source: '' });
    },
  });
}

export function consoleSoFar(): readonly ConsoleMessage[] {
  return (window as any).casebookConsole ?? []; // as: a place of our own on the browser window
}

/**
 * Runs a frame script in the popup or the background page and returns what it sends back; null when there is none, or
 * no longer.
 */
export async function askFrame(
  where: 'popup' | 'background',
  addonId: string,
  script: string,
  timeoutMs: number,
): Promise<string | null> {
  const popups = [...document.querySelectorAll<any>('.webextension-popup-browser')];
  const views = [...WebExtensionPolicy.getByID(addonId).extension.views];
  const background = views.find((view: any) => view.viewType === 'background');
  const frame = where === 'popup' ? popups.at(-1) : background?.xulBrowser;
  const manager = frame?.messageManager;
  if (!manager) return null;
  const topic = `casebook:${Math.random()}`;
  return new Promise((done) => {
    const end = (answer: string | null) => {
      clearTimeout(timer);
      clearInterval(gone);
      done(answer);
    };
    const timer = setTimeout(() => end('{"error":"it did not answer"}'), timeoutMs);
    // A popup that closes meanwhile never answers.
    const gone = setInterval(() => frame.isConnected || end(null), 100);
    manager.addMessageListener(topic, (message: any) => end(message.data));
    const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(script.replace('TOPIC', topic))}`;
    manager.loadFrameScript(address, false);
  });
}

/** Firefox loads a popup out of sight and then moves it into its panel: what it is asked before that may get lost. */
export function popupIsShown(): boolean {
  const popups = [...document.querySelectorAll<any>('.webextension-popup-browser')];
  return popups.some((popup) => popup.closest('panel')?.state === 'open');
}

export function popupIsOpen(): boolean {
  return document.querySelector('.webextension-popup-browser') !== null;
}

/** Opens a private window on the address and presses the extension's button there, if there is one. */
export async function pressInPrivateWindow(addonId: string, url: string): Promise<'refused' | 'pressed'> {
  const own = window as any; // as: functions of Firefox's browser window
  const other = await new Promise<any>((done) => {
    const opened = own.OpenBrowserWindow({ private: true });
    opened.addEventListener('load', () => done(opened), { once: true });
  });
  await other.delayedStartupPromise;
  try {
    const options = {
      triggeringPrincipal: Services.scriptSecurityManager.createNullPrincipal({ privateBrowsingId: 1 }),
    };
    other.gBrowser.selectedBrowser.loadURI(Services.io.newURI(url), options);
    await new Promise((next) => setTimeout(next, 1500));
    const policy = WebExtensionPolicy.getByID(addonId);
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    await ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(other);
    await new Promise((next) => setTimeout(next, 1500));
    return policy.canAccessWindow(other) || other.document.querySelector('.webextension-popup-browser')
      ? 'pressed'
      : 'refused';
  } catch {
    return 'refused';
  } finally {
    other.close();
  }
}

/** The address in front, and whether it is still loading. */
export function front(): string {
  const { selectedBrowser } = (window as any).gBrowser; // as: Firefox's tab bar
  return `${selectedBrowser.currentURI.spec} ${selectedBrowser.webProgress.isLoadingDocument}`;
}

/** Whether a tab with a page of that origin is open. */
export function hasTab(origin: string): boolean {
  const tabs: readonly any[] = (window as any).gBrowser.tabs; // as: Firefox's tab bar
  return tabs.some((tab) => tab.linkedBrowser.currentURI.spec.startsWith(origin));
}

/** Closes every tab with a page of that origin. */
export function closeTabs(origin: string): void {
  const { gBrowser } = window as any; // as: Firefox's tab bar
  const all: any[] = [...gBrowser.tabs];
  for (const tab of all.filter(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(origin)))
    gBrowser.removeTab(tab);
}

/** Does what Firefox does when the key of an extension's command is pressed. */
export function pressKeyOfExtension(letter: string): void {
  const keys = [...document.querySelectorAll<any>('keyset[id^="ext-keyset"] key')];
  const key = keys.find((one) => one.getAttribute('key')?.toLowerCase() === letter);
  if (!key) throw new Error(`No extension has the key ${letter}.`);
  key.doCommand();
}

/** Chooses an item of ours in the menu that is open over the page, by way of our submenu. */
export async function chooseOurItem(item: string, timeoutMs: number): Promise<string> {
  const menu = document.getElementById('contentAreaContextMenu') as any; // as: a menu of the browser's window
  const end = Date.now() + timeoutMs;
  const pause = () => new Promise((next) => setTimeout(next, 50));
  while (menu.state !== 'open') {
    if (Date.now() > end) return 'no menu opened';
    await pause();
  }
  const ours = menu.querySelector('menu[id$="menuitem-_casebook"]');
  if (!ours) return 'our entry is not in the menu';
  ours.openMenu(true);
  while (ours.menupopup.state !== 'open') {
    if (Date.now() > end) return 'our submenu did not open';
    await pause();
  }
  const chosen = ours.menupopup.querySelector(`[id$="menuitem-_${item}"]`);
  if (!chosen) return 'the item is not in our submenu';
  ours.menupopup.activateItem(chosen);
  return 'chosen';
}

/** Opens the menu of our toolbar button and chooses the item for what is not in the browser. */
export async function chooseElseOnButton(addonId: string, timeoutMs: number): Promise<string> {
  // On the toolbar, where people have it; Firefox itself puts it into a panel that is not there before it is opened.
  const widget = `${addonId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-browser-action`;
  (window as any).CustomizableUI.addWidgetToArea(widget, 'nav-bar'); // as: an object of the browser's window
  const button = document.querySelector<any>(`[data-extensionid="${addonId}"]`);
  if (!button) return 'our button is not there';
  const inPanel = button.closest('#unified-extensions-panel, #unified-extensions-area') !== null;
  const menu = document.getElementById(
    inPanel ? 'unified-extensions-context-menu' : 'toolbar-context-menu',
  ) as any; // as: a menu of the browser's window
  // The menu asks the event which button it is for.
  const asked = new MouseEvent('contextmenu', { bubbles: true });
  button.dispatchEvent(asked);
  menu.openPopup(button, { triggerEvent: asked, position: 'after_start' });
  const end = Date.now() + timeoutMs;
  for (;;) {
    const item = menu.querySelector('[id$="menuitem-_else"]');
    if (menu.state === 'open' && item) {
      menu.activateItem(item);
      return 'chosen';
    }
    if (Date.now() > end) return `the item is not in the menu, which is ${menu.state}`;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Chooses the whole screen in Firefox's question and allows it; false where no screen is offered. */
export async function shareScreen(timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  const pause = () => new Promise((next) => setTimeout(next, 50));
  const list = () => document.querySelector<any>('#webRTC-selectWindow-menulist');
  const asking = () => document.querySelector<any>('#notification-popup popupnotification');
  for (;;) {
    const screens = [...(list()?.menupopup.children ?? [])].filter((item) => item.mediaSource === 'screen');
    const [screen] = screens;
    if (screen && asking()) {
      list().selectedItem = screen;
      screen.doCommand();
      // A question takes no answer in its first moments, and says nothing about that.
      while (asking() && Date.now() < end) {
        asking().button.click();
        await pause();
      }
      return true;
    }
    if (Date.now() > end) {
      asking()?.secondaryButton?.click();
      return false;
    }
    await pause();
  }
}
