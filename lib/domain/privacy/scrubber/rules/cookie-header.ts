import type { Range, Rule } from '../range.ts';

const HEADER = /(?<![A-Za-z0-9])(?:set-)?cookie["']?\s{0,4}:\s{0,4}/giu;
const LINE = /[^\r\n]*/uy;
const VALUE = /[^;\s]+/uy;
const ATTRIBUTES = new Set(['path', 'domain', 'expires', 'max-age', 'samesite', 'priority', 'version']);

/** `Cookie:` and `Set-Cookie:` headers: values go, names and attributes stay. */
export const cookieHeader: Rule = {
  name: 'cookie',
  find(text) {
    const found: Range[] = [];
    let done = 0;
    for (const match of text.matchAll(HEADER)) {
      const start = match.index + match[0].length;
      // A line is read once, however often it says "cookie:".
      if (start < done) continue;
      LINE.lastIndex = start;
      const line = LINE.exec(text)?.[0] ?? '';
      done = start + line.length;
      found.push(...valuesIn(line, start));
    }
    return found;
  },
};

// From each "=" outwards: a pattern that searches for the name would read a long line again from every character.
function valuesIn(line: string, offset: number): Range[] {
  const found: Range[] = [];
  for (let equals = line.indexOf('='); equals >= 0;) {
    VALUE.lastIndex = equals + 1;
    const end = VALUE.test(line) ? VALUE.lastIndex : equals + 1;
    const name = /[^\s=;,]*$/u.exec(line.slice(Math.max(0, equals - 16), equals))?.[0] ?? '';
    if (name !== '' && end > equals + 1 && !ATTRIBUTES.has(name.toLowerCase())) {
      found.push({ start: offset + equals + 1, end: offset + end });
    }
    equals = line.indexOf('=', end);
  }
  return found;
}
