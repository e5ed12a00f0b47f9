import { parseUrl } from '../web.ts';
import type { FailedRequest } from './page-evidence.ts';

export type AddressKind =
  | 'web'
  | 'browser-page'
  | 'store-page'
  | 'view-source'
  | 'blank-page'
  | 'extension-page'
  | 'data-page'
  | 'file-page'
  | 'unknown';

export type Address = Readonly<{
  kind: AddressKind;
  /** Host with port if not the default, IDN as punycode, no trailing dot; null unless the address is http(s). */
  host: string | null;
}>;

export type PageState = 'ok' | 'http-error' | 'error-page' | 'restricted' | 'unknown';

/** A request is slow from here on, ms. */
export const SLOW_REQUEST_MS = 3000;
/** A page is slow when it took longer than this to load, ms. */
export const SLOW_PAGE_MS = 8000;

const EXTENSION_SCHEMES = new Set([
  'chrome-extension:',
  'moz-extension:',
  'extension:',
  'safari-web-extension:',
]);
const BROWSER_SCHEMES = new Set([
  'about:',
  'chrome:',
  'edge:',
  'brave:',
  'opera:',
  'vivaldi:',
  'devtools:',
  'chrome-search:',
  'chrome-untrusted:',
  'chrome-error:',
  'resource:',
  'jar:',
]);

/** What kind of page an address is. Pure: says nothing about whether it could be reached. */
export function classifyAddress(url: string | undefined | null): Address {
  if (typeof url !== 'string' || url === '') return { kind: 'unknown', host: null };
  const parsed = parseUrl(url);
  if (parsed === null) return { kind: 'unknown', host: null };
  const { protocol } = parsed;
  if (protocol === 'http:' || protocol === 'https:') {
    const host = hostOf(parsed.host);
    return { kind: isStore(parsed.hostname, parsed.pathname) ? 'store-page' : 'web', host };
  }
  if (protocol === 'view-source:') return { kind: 'view-source', host: null };
  if (protocol === 'about:' && (parsed.pathname === 'blank' || parsed.pathname === 'srcdoc'))
    return { kind: 'blank-page', host: null };
  if (EXTENSION_SCHEMES.has(protocol)) return { kind: 'extension-page', host: null };
  if (BROWSER_SCHEMES.has(protocol)) return { kind: 'browser-page', host: null };
  if (protocol === 'data:' || protocol === 'blob:') return { kind: 'data-page', host: null };
  if (protocol === 'file:') return { kind: 'file-page', host: null };
  return { kind: 'unknown', host: null };
}

/** `h.` and `h` are the same machine and are grouped together; the address itself keeps its dot. */
export function hostOf(host: string): string {
  return host.replace(/\.(?=:\d+$|$)/, '');
}

function isStore(hostname: string, pathname: string): boolean {
  const host = hostOf(hostname);
  if (host === 'chromewebstore.google.com' || host === 'addons.mozilla.org' || host === 'addons.opera.com')
    return true;
  if (host === 'chrome.google.com') return pathname.startsWith('/webstore');
  if (host === 'microsoftedge.microsoft.com') return pathname.startsWith('/addons');
  return false;
}

export type RequestFacts = Readonly<{
  /** HTTP status; 0 = the browser does not tell. */
  status: number;
  durationMs: number;
  initiator?: string;
  /** To the page's own origin: there the browser always tells a status, so 0 means that no answer came. */
  sameOrigin?: boolean;
  /** The page itself saw it fail (an `error` event). */
  errored?: boolean;
}>;

/** What is wrong with a request; null = nothing. Status 0 alone proves nothing: other origins hide their status. */
export function problemOf(request: RequestFacts): FailedRequest['problem'] | null {
  if (request.status >= 400 || request.errored === true) return 'failed';
  if (request.status === 0 && request.sameOrigin === true) return 'failed';
  if (request.durationMs >= SLOW_REQUEST_MS) return 'slow';
  return request.status === 0 ? 'unknown' : null;
}

export type PageFacts = Readonly<{
  kind: AddressKind;
  status?: number;
  /** The browser shows its own "cannot be reached" page. */
  errorPage?: boolean;
  /** The page answered our script. */
  reached?: boolean;
}>;

/** The state of the page as the entry keeps it. */
export function pageStateOf(page: PageFacts): PageState {
  if (page.errorPage === true) return 'error-page';
  if (page.status !== undefined && page.status >= 400) return 'http-error';
  if (page.kind === 'web' || page.kind === 'file-page') return page.reached === true ? 'ok' : 'unknown';
  return page.kind === 'unknown' ? 'unknown' : 'restricted';
}

const PROBLEM_RANK = { failed: 0, slow: 1, unknown: 2 } as const;
/** Initiators whose answer the page waits for; pictures and beacons of other origins rarely tell a status at all. */
const ACTIVE = new Set(['fetch', 'xmlhttprequest', 'script', 'iframe', 'navigation']);

/** The most telling requests, at most `max`, in the order in which they started. */
export function selectRequests<R extends Pick<FailedRequest, 'problem' | 'startMs' | 'initiator'>>(
  requests: readonly R[],
  max = 50,
): R[] {
  const rank = (r: R) => PROBLEM_RANK[r.problem] * 2 + (ACTIVE.has(r.initiator) ? 0 : 1);
  return requests
    .toSorted((a, b) => rank(a) - rank(b) || b.startMs - a.startMs)
    .slice(0, max)
    .toSorted((a, b) => a.startMs - b.startMs);
}
