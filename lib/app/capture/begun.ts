import type { BrowserApi } from '../../capture/browser.ts';
import { PICTURE_LIMIT_MS } from '../../capture/glance.ts';
import { activeTabFacts } from '../../capture/tab-facts.ts';
import type { Begun } from '../first/contract.ts';
import type { Eyes } from './sightings.ts';

/**
 * What the first part of the background began: for the first who asks, unless it has become an old picture. Tab and picture
 * belong together, because only then it is known what the picture shows. `monotonic`: the clock of `begun.at`, ms.
 */
export function onceWhileFresh(
  begun: Begun | null,
  tabs: Pick<BrowserApi['tabs'], 'query' | 'get'>,
  monotonic: () => number,
): NonNullable<Eyes['begun']> {
  let left = begun;
  return () => {
    const mine = left;
    left = null;
    return mine && monotonic() - mine.at < PICTURE_LIMIT_MS
      ? { glance: mine.glance, tab: activeTabFacts(tabs, mine.front) }
      : null;
  };
}
