import type { BrowserApi } from '../capture/browser.ts';

/** Facts and small acts around the extension itself. */
export type System = Readonly<{
  version: string;
  isFirefox: boolean;
  /** Opens the browser's page for extension shortcuts; false where extensions may not open it (Firefox). */
  openShortcuts(): Promise<boolean>;
}>;

export function createSystem(browser: BrowserApi): System {
  const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
  return {
    version: browser.runtime.getManifest().version,
    isFirefox,
    async openShortcuts() {
      if (isFirefox) return false;
      // A link to chrome: pages is blocked; the tabs API may open this one.
      return browser.tabs.create({ url: 'chrome://extensions/shortcuts' }).then(
        () => true,
        () => false,
      );
    },
  };
}
