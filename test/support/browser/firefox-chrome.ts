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
 * Runs a frame script in the popup or the background page and returns what it sends back; null when there is none.
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
  const manager = (where === 'popup' ? popups.at(-1) : background?.xulBrowser)?.messageManager;
  if (!manager) return null;
  const topic = `casebook:${Math.random()}`;
  return new Promise((done) => {
    const timer = setTimeout(() => done('{"error":"it did not answer"}'), timeoutMs);
    manager.addMessageListener(topic, (message: any) => {
      clearTimeout(timer);
      done(message.data);
    });
    const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(script.replace('TOPIC', topic))}`;
    manager.loadFrameScript(address, false);
  });
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
