import type { EntryOf } from '../ledger/entry.ts';
import type { Chip } from '../evidence/page-evidence.ts';
import { parseUrl } from '../web.ts';
import type { Issue } from './issue.ts';
import { pathTemplate } from './path-template.ts';
import { steady, tellingWords } from './plain-words.ts';

/** What one occurrence shows of its problem, without what differs from one time to the next. */
export type Scene = Readonly<{
  /** Host, or the system as the user named it; '' for neither. */
  system: string;
  path: string;
  /** Telling words of the page's own title. */
  title: readonly string[];
  /** Language of the page, '' where it does not say. */
  language: string;
  /** Whether all is known that such a page can show: false where it could not be read this time. */
  known: boolean;
  /** Codes that the page prints, the same each time. */
  codes: readonly string[];
  /** Telling words of each error text, longest first. */
  texts: readonly (readonly string[])[];
  /** An error text that says nothing but that something failed. */
  generic: boolean;
  /** Failed requests to the system: status and page template. */
  calls: readonly string[];
  /** HTTP status of the page where it is an error. */
  status: number;
}>;

/** What an issue shows of its problem: enough to judge whether another one is the same. Derived, never truth. */
export type Print = Readonly<{
  /** Titles and first lines that people typed, and their telling words. */
  typed: readonly Readonly<{ text: string; words: readonly string[] }>[];
  /** The newest different ones. */
  scenes: readonly Scene[];
}>;

/** Goes up whenever prints or their keys are made otherwise: all are then made anew. */
export const PRINT_EDITION = 1;

const MOST = { scenes: 6, texts: 4, calls: 6, typed: 4, codes: 6 } as const;

export function printOf(issue: Issue): Print {
  const shown = new Set(issue.chips.map(({ id }) => id));
  const different = new Map<string, Scene>();
  for (const occurrence of issue.occurrences.toReversed()) {
    const scene = sceneOf(occurrence, shown);
    different.set(JSON.stringify(scene), scene);
    // Of what happened a thousand times, the newest say it all.
    if (different.size === MOST.scenes) break;
  }
  return { typed: typedOf(issue), scenes: [...different.values()] };
}

function typedOf(issue: Issue): Print['typed'] {
  const said = issue.entries.flatMap((entry) => {
    if (entry.kind === 'issue.titled') return [entry.body.title];
    return entry.kind === 'issue.described' ? [entry.body.text.trim().split(/[\r\n]/u, 1)[0] ?? ''] : [];
  });
  // What was said and taken back is nobody's opinion any more.
  const held = [
    issue.title,
    issue.description,
    ...issue.absorbed.flatMap((one) => [one.title, one.description]),
  ].map((whole) => whole.trim());
  const begins = new Set(held.flatMap((whole) => [whole, whole.split(/[\r\n]/u, 1)[0] ?? '']));
  const standing = [...new Set(said)].filter(
    (text) => begins.has(text) || held.some((whole) => whole.startsWith(text)),
  );
  const texts = new Map(standing.map((text) => [steady(text), text]));
  texts.delete('');
  return [...texts].slice(-MOST.typed).map(([text, typed]) => ({ text, words: tellingWords(typed) }));
}

function sceneOf({ body }: EntryOf<'occurrence.captured'>, shown: ReadonlySet<string>): Scene {
  const { page, evidence, environment, systemName } = body;
  const chips = evidence.chips.filter(({ id }) => shown.has(id));
  const stacks = evidence.state === 'present' ? (evidence.stacks ?? []) : [];
  const texts = [
    ...chips.filter(({ kind }) => kind === 'error-text').map(({ value }) => value),
    ...stacks.map(({ message }) => message),
  ];
  const words = texts.map(tellingWords);
  const telling = new Map(words.filter(({ length }) => length > 0).map((one) => [one.join(' '), one]));
  return {
    system: page.host ?? systemName?.toLowerCase() ?? '',
    path: pathTemplate(page.url),
    title: tellingWords(page.title),
    language: (environment.pageLanguage ?? '').slice(0, 2).toLowerCase(),
    known: evidence.state === 'present' || page.state === 'restricted',
    codes: [...new Set([...chips.flatMap(codesIn), ...texts.flatMap(codesWithin)])]
      .toSorted()
      .slice(0, MOST.codes),
    texts: [...telling.values()].toSorted((a, b) => b.length - a.length).slice(0, MOST.texts),
    generic: words.some(({ length }) => length === 0),
    calls: callsOf(body).slice(0, MOST.calls),
    status: page.httpStatus !== undefined && page.httpStatus >= 400 ? page.httpStatus : 0,
  };
}

/** Printed names of what is new each time: of a request, a session, a moment. */
const OF_ONE_TIME =
  /request|correlation|trace|span|ray|session|activity|operation|transaction|event|incident|case|log|job|instance|ticket|anfrage|anforderung|korrelation|sitzung|vorgang|transaktion|vorfall|referen|ablauf|ereignis|aktenzeichen|digest/iu;

function codesIn({ kind, label, value }: Chip): string[] {
  if (kind !== 'error-id' || (label !== '' && OF_ONE_TIME.test(label))) return [];
  // Long mixtures of letters and digits are made anew each time, whatever they are called.
  if (/^[\da-f-]{8,}$/iu.test(value) && !/^0x/iu.test(value)) return [];
  return /^HTTP/iu.test(value) ? [] : [value.toUpperCase()];
}

const CODE = /\b(?:[A-Z]{2,12}[-_]?\d{3,6}|[A-Z][A-Z\d]+(?:_[A-Z\d]+)+)\b/gu;

/** `AADSTS50105`, `ORA-00942`, `ERR_CONNECTION_RESET` within a text. */
function codesWithin(text: string): string[] {
  return [...text.matchAll(CODE)].flatMap(([code]) =>
    code.startsWith('HTTP') || /-20\d\d$/u.test(code) ? [] : [code],
  );
}

/** Requests of other sites fail all the time and mean nothing. */
function callsOf({ page, evidence }: EntryOf<'occurrence.captured'>['body']): string[] {
  if (evidence.state === 'missing' || page.host === null) return [];
  const site = siteOf(page.host);
  const calls = evidence.requests.flatMap(({ problem, status, url }) => {
    const host = parseUrl(url)?.host;
    return problem === 'failed' && host !== undefined && siteOf(host) === site
      ? [`${status} ${pathTemplate(url)}`]
      : [];
  });
  return [...new Set(calls)].toSorted();
}

/** The last two names of a host: `api.example.com` and `www.example.com` belong together. */
function siteOf(host: string): string {
  return host.replace(/:\d+$/u, '').split('.').slice(-2).join('.');
}
