import type { Chip } from '../../../domain/evidence/page-evidence.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { msOf, type Ms } from '../../../domain/time/instant.ts';
import type { SharedOccurrence } from '../../../export/model/shared-issue.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext } from '../context.ts';
import { keyOf, listing } from './claim-listing.ts';
import { findingsOf, utc } from './issue-words.ts';

/** What a page showed; what it asked for is among the requests. */
const SHOWN: readonly Chip['kind'][] = ['error-id', 'error-text', 'error-page'];

/** When a request began: the page's own clock, counted back from the recording. null: the page's age is not known. */
function beganAt({ at, evidence }: SharedOccurrence, startMs: number): Ms | null {
  if (evidence.state !== 'present' || evidence.pageAgeMs === undefined) return null;
  return msOf(at) - evidence.pageAgeMs + startMs;
}

/** Failed requests with their own times. */
export function requests(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const rows = outages.flatMap((one) =>
    one.shared.occurrences.flatMap((seen): Line[][] =>
      seen.evidence.state !== 'present'
        ? []
        : seen.evidence.requests
            .filter(({ problem }) => problem === 'failed')
            .map(({ url, status, startMs }) => {
              const began = beganAt(seen, startMs);
              return [
                keyOf(one),
                { text: began === null ? `~ ${utc(msOf(seen.at))}` : utc(began) },
                { text: visibleText(url) },
                { text: status === 0 ? r.requestStatusHidden : String(status) },
              ];
            }),
    ),
  );
  const head: Block = { kind: 'heading', level: 3, text: t.claim.requests };
  if (rows.length === 0) return [head, { kind: 'text', line: { text: t.claim.noRequests } }];
  return [
    head,
    { kind: 'text', quiet: true, line: { text: t.claim.requestsText } },
    ...listing(
      t.claim.requests,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.began, kind: 'whole' },
        { label: t.claim.request, kind: 'free' },
        { label: t.claim.status },
      ],
      rows,
      (count) => ({ text: t.claim.moreRequests(count) }),
    ),
  ];
}

/** Errors and error ids that pages showed. */
export function errors(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const rows = outages.flatMap((one) => {
    const chips = findingsOf(one.shared).filter(({ kind }) => SHOWN.includes(kind));
    return chips.map(({ kind, label, value }): Line[] => [
      keyOf(one),
      { text: label === '' ? r.chipKind[kind] : visibleText(label) },
      { text: visibleText(value) },
    ]);
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: t.claim.errors },
    ...listing(
      t.claim.errors,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.kind },
        { label: t.claim.error, kind: 'free' },
      ],
      rows,
      (count) => ({ text: t.claim.moreErrors(count) }),
    ),
  ];
}
