import { z } from '../../domain/z.ts';
import { captureVia, pointedAt } from '../../domain/issue/bodies.ts';
import type { PointedAt } from '../../domain/issue/bodies.ts';
import { count, instant, int, issueId, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { isBlank } from '../../domain/text/blank.ts';
import { mergeMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { TabFacts } from '../../capture/tab-facts.ts';

/** What is on disk before anything else is tried: scrubbed facts of the tab at the click. */
export const pendingFacts = z.strictObject({
  issueId,
  via: captureVia,
  tabId: z.nullable(int),
  at: instant,
  zone: text(60),
  offsetMin: int,
  page: z.strictObject({
    url: z.nullable(text(LIMITS.url)),
    host: z.nullable(text(300)),
    title: text(LIMITS.title),
    truncated: z.boolean(),
  }),
  masked: z.record(text(40), count),
  pointedAt: z.optional(pointedAt),
});
export type PendingFacts = z.infer<typeof pendingFacts>;

/** More of a title than this is not even looked at (faults.md F44: titles of 200 KB exist). */
const TITLE_LOOK = 8 * LIMITS.title;

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

/** What was pointed at in the page's menu, as the browser tells it, without its secrets; null where nothing readable is left. */
export function scrubPointed(
  raw: PointedAt,
  scrubber: Scrubber,
): Readonly<{ pointedAt: PointedAt; masked: PendingFacts['masked'] }> | null {
  if (raw.kind === 'selection') {
    const { value, masked } = scrubber.note(raw.text.toWellFormed());
    return isBlank(value) ? null : { pointedAt: { kind: 'selection', text: value.trim() }, masked };
  }
  const { value, masked } = scrubber.url(raw.url.slice(0, 8 * LIMITS.url).toWellFormed());
  return value === '' ? null : { pointedAt: { kind: raw.kind, url: value }, masked };
}
