import { parseUrl } from '../web.ts';

/** Stands for whatever names one thing: a number, a date, an id. */
const ANY = '*';
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2}|[-_][a-z]{4})?$/u;
/** Two letters that are no language of a page but a page: `/my/orders`, `/go/…`. */
const NO_LOCALE = new Set([
  'my',
  'go',
  'me',
  'us',
  'id',
  'no',
  'to',
  'is',
  'db',
  'ui',
  'io',
  'ws',
  'qa',
  'hr',
  'bi',
]);
const MAX_SEGMENTS = 12;

/**
 * The page an address leads to, whatever it shows there: ids, dates, hashes and the page's language are taken out, query
 * and trailing slash dropped; a route behind `#/` counts as path. `/de/orders/4711?tab=2` becomes `/orders/*`.
 */
export function pathTemplate(address: string | null): string {
  const url = address === null ? null : parseUrl(address);
  if (url === null) return '';
  const route = /^#!?(\/[^?]*)/u.exec(url.hash)?.[1] ?? '';
  const segments = `${url.pathname}/${route}`.split('/').filter((segment) => segment !== '');
  const named = segments.filter((segment, i) => i > 1 || !isLocale(segment));
  return `/${named.slice(0, MAX_SEGMENTS).map(segmentTemplate).join('/')}`;
}

function isLocale(segment: string): boolean {
  const lower = segment.toLowerCase();
  return LOCALE.test(lower) && !NO_LOCALE.has(lower);
}

function segmentTemplate(segment: string): string {
  // Session ids and the like behind `;` are no part of the page.
  const [raw = ''] = segment.split(';', 1);
  return isNameOfOne(raw) ? ANY : plain(raw).replaceAll(/(?<=^|[-_.])\d+(?=$|[-_.])/gu, ANY);
}

function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}

/** It names one thing among many of its kind. */
function isNameOfOne(segment: string): boolean {
  const text = plain(segment);
  if (/^v\d{1,2}$/u.test(text)) return false;
  return (
    text.length > 60 ||
    text.includes('@') ||
    text.includes('redacted:') ||
    /^\d+$/u.test(text) ||
    /\d{3}/u.test(text) ||
    /\d{1,4}[-._]\d{1,2}/u.test(text) ||
    /^(?=[a-f]*\d)[\da-f]{8,}$/u.test(text) ||
    // Letters in both cases with digits between them: a short link or a token.
    (/^[\w-]{8,}$/u.test(segment) &&
      /[a-z]\d|\d[a-z]/u.test(segment) &&
      /[A-Z]/u.test(segment) &&
      /[a-z]/u.test(segment))
  );
}
