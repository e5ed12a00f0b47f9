import type { Range, Rule } from '../range.ts';
import { matchesOf } from '../range.ts';

const HEADER = /(?<![A-Za-z0-9])(?:proxy-)?authorization["']?\s{0,4}[:=]\s{0,4}["']?/giu;
const ONE_WORD_SCHEME = /(?:bearer|basic|token|apikey|api-key|negotiate|ntlm)(?:\s|%20|\+){1,4}/iuy;
const WHOLE_LINE_SCHEME = /(?:digest|oauth|hmac|hmac-sha256|signature|aws4-hmac-sha256)\s{1,4}/iuy;
const CREDENTIAL = /[A-Za-z0-9+/=._~-]{8,}/uy;
const REST_OF_LINE = /[^\r\n]+/uy;
const SCHEME_NAME =
  /^(?:bearer|basic|token|apikey|api-key|negotiate|ntlm|digest|oauth|hmac|hmac-sha256|signature|aws4-hmac-sha256|required|missing|invalid)$/iu;

const BARE_BEARER = /(?<![A-Za-z0-9])bearer(?:\s|%20|\+){1,4}[A-Za-z0-9+/=._~-]{16,}/giu;
const BARE_BASIC = /(?<![A-Za-z0-9])basic(?:\s|%20|\+){1,4}[A-Za-z0-9+/=]{12,}/giu;

/** `Authorization:` headers in any scheme, and `Bearer …`/`Basic …` standing alone. The scheme's name stays. */
export const authHeader: Rule = {
  name: 'auth',
  find(text) {
    const bare = [...matchesOf(text, BARE_BEARER), ...matchesOf(text, BARE_BASIC)].map((range) =>
      afterScheme(text, range),
    );
    return [...headers(text), ...bare.filter(({ start, end }) => isCredential(text, start, end))];
  },
};

function headers(text: string): Range[] {
  const found: Range[] = [];
  HEADER.lastIndex = 0;
  while (HEADER.test(text)) {
    const start = HEADER.lastIndex;
    const line = stickyEnd(WHOLE_LINE_SCHEME, text, start);
    if (line > start) {
      const end = stickyEnd(REST_OF_LINE, text, line);
      if (end > line) found.push({ start: line, end });
      HEADER.lastIndex = Math.max(start, end);
      continue;
    }
    const value = stickyEnd(ONE_WORD_SCHEME, text, start);
    const end = stickyEnd(CREDENTIAL, text, value);
    if (end > value && !SCHEME_NAME.test(text.slice(value, Math.min(end, value + 40))))
      found.push({ start: value, end });
  }
  return found;
}

function stickyEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function afterScheme(text: string, range: Range): Range {
  const scheme = /^[a-z]+(?:\s|%20|\+)+/iu.exec(text.slice(range.start, range.start + 32));
  return { start: range.start + (scheme?.[0].length ?? 0), end: range.end };
}

// "Basic troubleshooting" and "bearer authentication" are prose.
function isCredential(text: string, start: number, end: number): boolean {
  return /[\d=]|[a-z][A-Z]/u.test(text.slice(start, Math.min(end, start + 4096)));
}
