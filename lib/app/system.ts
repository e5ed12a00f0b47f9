import type { BrowserApi } from '../capture/browser.ts';

/** Facts and small acts around the extension itself. */
export type System = Readonly<{
  version: string;
  isFirefox: boolean;
  /** Opens the browser's page for extension shortcuts; false where it does not open. */
  openShortcuts(): Promise<boolean>;
}>;

export function createSystem(browser: BrowserApi): System {
  const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
  return {
    version: browser.runtime.getManifest().version,
    isFirefox,
    async openShortcuts() {
      const opening = isFirefox
        ? browser.commands.openShortcutSettings()
        : // A link to chrome: pages is blocked; the tabs API may open this one.
          browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
      return opening.then(
        () => true,
        () => false,
      );
    },
  };
}
