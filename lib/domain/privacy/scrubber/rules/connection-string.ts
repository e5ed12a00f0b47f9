import type { Range, Rule } from '../range.ts';

const SCHEME_END = '://';
const DELIMITER = /[\s/\\?#"'<>`]/gu;
/** How far a password with a slash in it may reach, when the part after the colon cannot be a port. */
const REACH = 256;

/** `scheme://user:password@host` of any scheme: the part before the `@`. Authorities do not overlap, so one walk is enough. */
export const connectionString: Rule = {
  name: 'connection',
  find(text) {
    const found: Range[] = [];
    for (let at = text.indexOf(SCHEME_END); at >= 0; at = text.indexOf(SCHEME_END, at + 3)) {
      const range = userInfo(text, at);
      if (range !== null) found.push(range);
    }
    return found;
  },
};

function userInfo(text: string, schemeEnd: number): Range | null {
  const start = schemeEnd + SCHEME_END.length;
  const end = authorityEnd(text, start);
  const authority = text.slice(start, end);
  const at = authority.lastIndexOf('@');
  if (at > 0) {
    const info = authority.slice(0, at);
    // `ssh://git@host` names no secret; a lone name before an http host is a token.
    return info.includes(':') || scheme(text, schemeEnd).startsWith('http')
      ? { start, end: start + at }
      : null;
  }
  const colon = authority.indexOf(':');
  if (colon < 0 || authority.startsWith('[') || /^\d*$/u.test(authority.slice(colon + 1))) return null;
  // Up to the next address at most, so that a row of them is not read again and again.
  const next = text.indexOf(SCHEME_END, start);
  const reach = Math.min(end + REACH, next < 0 ? text.length : next);
  const beyond = /^[^\s@"'<>]*@/u.exec(text.slice(end, reach));
  return beyond === null ? null : { start, end: end + beyond[0].length - 1 };
}

function authorityEnd(text: string, start: number): number {
  DELIMITER.lastIndex = start;
  return DELIMITER.exec(text)?.index ?? text.length;
}

function scheme(text: string, end: number): string {
  return (/[a-z][a-z0-9+.-]*$/iu.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? '').toLowerCase();
}
