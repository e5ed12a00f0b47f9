import { parseUrl } from '../../../domain/web.ts';
import type { SharedIssue, SharedOccurrence } from '../../model/shared-issue.ts';

type Present = Extract<SharedOccurrence['evidence'], { state: 'present' }>;
type Timed = Readonly<{ url: string; status: number; startMs: number; durationMs: number; type: string }>;

/** Page and entries of one occurrence in the names of HAR 1.2; null when its requests are not known. */
export function harOf(issue: SharedIssue, of: SharedOccurrence) {
  if (of.evidence.state !== 'present') return null;
  const { evidence } = of;
  const { opened, guessed } = openedAt(of.at, evidence);
  const at = (ms: number): string => new Date(opened + ms).toISOString();
  const entryOf = (one: Timed, problem: string, protocol: string) => ({
    pageref: of.captureId,
    startedDateTime: at(one.startMs),
    time: one.durationMs,
    request: {
      method: '',
      url: one.url,
      httpVersion: protocol,
      cookies: [],
      headers: [],
      queryString: queryOf(one.url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: one.status,
      statusText: '',
      httpVersion: protocol,
      cookies: [],
      headers: [],
      content: { size: -1, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: {
      blocked: -1,
      dns: -1,
      connect: -1,
      ssl: -1,
      send: 0,
      wait: one.durationMs,
      receive: 0,
      comment: 'Only the whole duration is known.',
    },
    _resourceType: one.type,
    _issue: issue.key,
    _problem: problem,
  });
  const { navigation } = evidence;
  const document =
    of.page.url === null || navigation?.ttfbMs === undefined
      ? []
      : [
          entryOf(
            {
              url: of.page.url,
              status: navigation.status ?? of.page.httpStatus ?? 0,
              startMs: 0,
              durationMs: navigation.ttfbMs,
              type: 'document',
            },
            of.page.state,
            navigation.protocol ?? '',
          ),
        ];
  return {
    page: {
      startedDateTime: at(0),
      id: of.captureId,
      title: of.page.title === '' ? (of.page.url ?? issue.key) : of.page.title,
      pageTimings: { onContentLoad: navigation?.domContentLoadedMs ?? -1, onLoad: navigation?.loadMs ?? -1 },
      ...(guessed
        ? {
            comment:
              'When the page was opened is not known; its last request is taken to have ended at the click.',
          }
        : {}),
      _issue: issue.key,
    },
    entries: [
      ...document,
      ...evidence.requests.map((one) => entryOf({ ...one, type: one.initiator }, one.problem, '')),
    ],
  };
}

/** Epoch ms at which the page was opened. */
function openedAt(
  at: string,
  { pageAgeMs, requests }: Present,
): Readonly<{ opened: number; guessed: boolean }> {
  const click = Date.parse(at);
  if (pageAgeMs !== undefined) return { opened: click - pageAgeMs, guessed: false };
  const lasted = requests.reduce((most, one) => Math.max(most, one.startMs + one.durationMs), 0);
  return { opened: click - lasted, guessed: true };
}

/** By hand, because the stored address holds marks of masked secrets that must stay readable. */
function queryOf(url: string): { name: string; value: string }[] {
  const query = parseUrl(url)?.search.slice(1) ?? '';
  if (query === '') return [];
  return query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return { name: decoded(name), value: decoded(value) };
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
