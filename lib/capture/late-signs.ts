import type { BrowserApi } from './browser.ts';
import { tabFactsById } from './tab-facts.ts';
import type { TabFacts } from './tab-facts.ts';
import { withTimeLimit } from './time-limit.ts';

/** Firefox 153 gave its error pages their icon up to 400 ms after they were drawn. */
const LIMIT_MS = 600;
const LOOK_EVERY_MS = 50;

type Deps = Readonly<{ tabs: Pick<BrowserApi['tabs'], 'get'>; sleep: (ms: number) => Promise<void> }>;

/**
 * Firefox refuses scripts on its error pages with the words it has for any other page, and only the tab's title and icon
 * tell the difference, the icon often later than a quick click. Looks at the tab again until they do; null when they
 * never did, or when the tab has gone to another page meanwhile.
 */
export async function shownAtLast({ tabs, sleep }: Deps, tab: TabFacts): Promise<TabFacts['shows']> {
  let waiting = true;
  const look = async (): Promise<TabFacts['shows']> => {
    for (let looks = 0; waiting && looks < LIMIT_MS / LOOK_EVERY_MS; looks += 1) {
      const now = await tabFactsById(tabs, tab.tabId);
      if (now?.url !== tab.url) return null;
      if (now.shows !== null) return now.shows;
      await sleep(LOOK_EVERY_MS);
    }
    return null;
  };
  const got = await withTimeLimit(look, LIMIT_MS);
  waiting = false;
  return got.ok ? got.value : null;
}
