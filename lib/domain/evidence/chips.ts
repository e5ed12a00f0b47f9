import { sha256Hex } from '../ledger/chain.ts';
import { LIMITS } from '../ledger/limits.ts';
import type { Masked } from '../privacy/scrubber/scrubbed.ts';
import { mergeMasked } from '../privacy/scrubber/scrubbed.ts';
import { visibleText } from '../privacy/display.ts';
import { looksSecret } from '../privacy/scrubber/url/entropy.ts';
import type { Scrubber } from '../privacy/scrubber.ts';
import { cutAt } from '../text/cut.ts';
import type { PageState } from './classify.ts';
import { SLOW_PAGE_MS } from './classify.ts';
import { errorIdsIn } from './error-ids.ts';
import { visibleErrorLines } from './error-lines.ts';
import type { Chip, FailedRequest } from './page-evidence.ts';

export type ChipFacts = Readonly<{
  /** Visible text of the page, one element's text a line; unscrubbed. */
  pageTextLines: readonly string[];
  /** Problem requests with scrubbed addresses. */
  requests: readonly Pick<FailedRequest, 'url' | 'status' | 'durationMs' | 'problem'>[];
  requestListFull?: boolean;
  navigation?: Readonly<{ status?: number | undefined; loadMs?: number | undefined }> | undefined;
  pageState: PageState;
}>;

export type ChipFindings = Readonly<{
  /** Most telling first: page state, ids, failed requests, texts, slow requests. At most 40. */
  chips: Chip[];
  /** What was masked in texts and ids. */
  masked: Masked;
}>;

type Finding = Omit<Chip, 'id'>;

const MOST = { total: 40, ids: 10, failed: 10, texts: 6, slow: 6 } as const;

/**
 * What vendors ask for first, found in what the page shows and in its requests. `value` holds facts without words of
 * ours: the status, the id, the scrubbed address, the page's text; `label` the printed name of an id, the status of a
 * failed request, or a duration (`4200 ms`). Ids of chips are made from their content. Linear in the text.
 */
export function chipsOf(facts: ChipFacts, scrubber: Scrubber): ChipFindings {
  const masks: Masked[] = [];
  const clean = (text: string): string => {
    const { value, masked } = scrubber.text(text, { singleLine: true, limit: LIMITS.errorText });
    masks.push(masked);
    return value;
  };
  const findings = [
    ...pageFindings(facts),
    ...idFindings(facts.pageTextLines, clean),
    ...requestFindings(facts, 'failed').slice(0, MOST.failed),
    ...visibleErrorLines(facts.pageTextLines, MOST.texts).map((line): Finding => ({
      kind: 'error-text',
      label: '',
      value: clean(line),
    })),
    ...requestFindings(facts, 'slow').slice(0, MOST.slow),
    ...(facts.requestListFull === true ? [{ kind: 'request-list-full', label: '', value: '' } as const] : []),
  ];
  const chips = new Map(findings.map((finding) => withId(finding)).map((chip) => [chip.id, chip]));
  return { chips: [...chips.values()].slice(0, MOST.total), masked: mergeMasked(...masks) };
}

function pageFindings({ pageState, navigation }: ChipFacts): Finding[] {
  const findings: Finding[] = [];
  const status = navigation?.status ?? 0;
  const loadMs = navigation?.loadMs ?? 0;
  if (pageState === 'error-page') findings.push({ kind: 'error-page', label: '', value: '' });
  if (status >= 400) findings.push({ kind: 'status', label: '', value: String(status) });
  if (loadMs >= SLOW_PAGE_MS) findings.push({ kind: 'slow-page', label: '', value: `${loadMs} ms` });
  return findings;
}

/**
 * Ids are what support searches its logs for, so UUIDs and hex ids are kept as they are; anything that has the shape of
 * a credential is dropped rather than shown as a mask nobody can use.
 */
function idFindings(lines: readonly string[], clean: (text: string) => string): Finding[] {
  return errorIdsIn(lines, MOST.ids)
    .filter(
      ({ label, value }) => isVendorId(value) || (!isSessionSecret(label, value) && clean(value) === value),
    )
    .map(({ label, value }) => ({ kind: 'error-id', label: cutAt(visibleText(label), 80), value }));
}

// A session's id may be what opens it; a random one is not worth that risk.
function isSessionSecret(label: string, value: string): boolean {
  return /session|sitzung/iu.test(label) && looksSecret(value);
}

function isVendorId(value: string): boolean {
  return /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{4,64}|\d{1,12})$/iu.test(
    value,
  );
}

function requestFindings({ requests }: ChipFacts, problem: 'failed' | 'slow'): Finding[] {
  const groups = new Map<string, { label: string; value: string; count: number }>();
  for (const { url, status, durationMs, problem: found } of requests) {
    if (found !== problem) continue;
    const value = cutAt(url.split(/[?#]/u, 1)[0] ?? url, LIMITS.errorText);
    const label = problem === 'slow' ? `${durationMs} ms` : status === 0 ? '' : String(status);
    const key = problem === 'slow' ? value : `${label} ${value}`;
    const known = groups.get(key);
    groups.set(key, { label: known?.label ?? label, value, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].map((group) => ({ kind: `request-${problem}`, ...group }));
}

function withId(finding: Finding): Chip {
  const digest = sha256Hex(`${finding.kind}\n${finding.label}\n${finding.value}`);
  return { id: `${finding.kind}-${digest.slice(0, 10)}`, ...finding };
}
