import { z } from '../../domain/z.ts';
import { captureVia, pointedAt } from '../../domain/issue/bodies.ts';
import type { PointedAt } from '../../domain/issue/bodies.ts';
import { count, instant, int, issueId, text } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { isBlank } from '../../domain/text/blank.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';

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
