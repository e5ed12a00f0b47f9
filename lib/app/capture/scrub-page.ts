import { LIMITS } from '../../domain/ledger/limits.ts';
import { mergeMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';
import type { PendingFacts } from './page-facts.ts';

/** More of a title than this is not even looked at (faults.md F44: titles of 200 KB exist). */
const TITLE_LOOK = 8 * LIMITS.title;

/** Address, host and title of a tab without their secrets. */
export function scrubPage(
  tab: Pick<TabFacts, 'url' | 'title'> | null,
  scrubber: Scrubber,
): Pick<PendingFacts, 'page' | 'masked'> {
  const url = tab?.url == null ? null : scrubber.url(tab.url.slice(0, 8 * LIMITS.url).toWellFormed());
  const rawTitle = tab?.title ?? '';
  const title = scrubber.title(rawTitle.slice(0, TITLE_LOOK).toWellFormed());
  return {
    page: {
      url: url?.value ?? null,
      host: url?.host ?? null,
      title: title.value,
      truncated: title.truncated || rawTitle.length > TITLE_LOOK || (url?.truncated ?? false),
    },
    masked: mergeMasked(title.masked, url?.masked ?? {}),
  };
}
