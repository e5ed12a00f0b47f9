import type { BrowserApi } from '../../capture/browser.ts';

const ID = 'record';

/** "Record a problem here" in the menu of the right mouse button. Choosing it grants the tab, as the toolbar button does. */
export type PageMenu = Readonly<{ offer(): Promise<void> }>;

export function createPageMenu(browser: Pick<BrowserApi, 'contextMenus' | 'i18n'>): PageMenu {
  return {
    /** The browser keeps the item until the next update, so it is put there once per installation or update. */
    async offer() {
      await browser.contextMenus.removeAll();
      const title = browser.i18n.getMessage('menuRecord');
      browser.contextMenus.create({
        id: ID,
        title,
        contexts: ['page', 'frame', 'link', 'image', 'selection'],
      });
    },
  };
}
