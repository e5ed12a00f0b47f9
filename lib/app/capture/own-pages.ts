import { z } from '../../domain/z.ts';
import type { BrowserApi } from '../../capture/browser.ts';

const contexts = z.array(z.object({ contextType: z.string() }));

/** The pages of the extension itself: opening the log, and knowing whether any is open. */
export type OwnPages = Readonly<{
  /** Shows the log, in the tab it already has if there is one. */
  openLog(path: string): Promise<void>;
  anyOpen(): Promise<boolean>;
}>;

type Browser = Pick<BrowserApi, 'runtime' | 'tabs' | 'windows' | 'extension'>;

export function createOwnPages(browser: Browser): OwnPages {
  const page = browser.runtime.getURL('options.html');
  return {
    async openLog(path) {
      const url = `${page}#${path}`;
      // An extension sees the address of its own tabs without any permission.
      const open = (await browser.tabs.query({})).find((tab) => tab.url?.startsWith(page));
      if (open?.id === undefined) {
        await browser.tabs.create({ url });
        return;
      }
      await browser.tabs.update(open.id, { active: true, url });
      if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
    },
    async anyOpen() {
      const { getContexts } = browser.runtime as { getContexts?: (filter: object) => Promise<unknown> }; // as: Chromium only, untyped here
      if (getContexts) {
        const found = contexts.safeParse(
          await getContexts.call(browser.runtime, { contextTypes: ['TAB', 'POPUP'] }),
        );
        return !found.success || found.data.length > 0;
      }
      return (
        browser.extension.getViews({ type: 'tab' }).length +
          browser.extension.getViews({ type: 'popup' }).length >
        0
      );
    },
  };
}
