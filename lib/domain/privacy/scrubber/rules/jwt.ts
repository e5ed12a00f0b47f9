import type { Range, Rule } from '../range.ts';

const OPENING = 'eyJ';
const PART_END = /[^A-Za-z0-9_-]|$/gu;
const TOKEN_END = /[^A-Za-z0-9_.-]|$/gu;

/**
 * JSON Web Tokens: all parts, because the middle one holds names and addresses. Not one pattern: the usual regular
 * expression takes seconds on a page title of `ey-ey-ey-…` (measured); this looks at three parts from each opening.
 */
export const jwt: Rule = {
  name: 'jwt',
  find(text) {
    const found: Range[] = [];
    for (let at = text.indexOf(OPENING); at >= 0;) {
      const end = /[A-Za-z0-9]/u.test(text[at - 1] ?? '') ? at + OPENING.length : tokenFrom(text, at, found);
      at = text.indexOf(OPENING, end);
    }
    return found;
  },
};

// Header and payload are enough: a signature cut off by a length limit does not make the payload public.
function tokenFrom(text: string, start: number, found: Range[]): number {
  const headerEnd = endBy(PART_END, text, start);
  if (headerEnd - start < 10 || text[headerEnd] !== '.') return headerEnd;
  const payload = headerEnd + 1;
  const payloadEnd = endBy(PART_END, text, payload);
  const isToken =
    text.startsWith(OPENING, payload) || (payloadEnd - payload >= 10 && text[payloadEnd] === '.');
  if (!isToken) return headerEnd;
  let end = endBy(TOKEN_END, text, payloadEnd);
  while (text[end - 1] === '.') end -= 1;
  found.push({ start, end });
  return end;
}

function endBy(boundary: RegExp, text: string, from: number): number {
  boundary.lastIndex = from;
  return boundary.exec(text)?.index ?? text.length;
}
