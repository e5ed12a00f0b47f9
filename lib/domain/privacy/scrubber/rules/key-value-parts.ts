import type { Range } from '../range.ts';

const MAX_NAME = 64;
const MAX_GAP = 4;
const MAX_QUOTED = 1024;

export type Name = Readonly<{ text: string; start: number }>;

/** The identifier right before a separator, past spaces and a closing quote. */
export function nameBefore(text: string, separatorAt: number): Name {
  let end = skipBack(text, separatorAt, isSpace, MAX_GAP);
  end = skipBack(text, end, isQuote, 2);
  end = skipBack(text, end, isSpace, MAX_GAP);
  let start = skipBack(text, end, isNameCharacter, MAX_NAME);
  // `%26token`: the escape's digits are no part of the name.
  if (text[start - 1] === '%') start = Math.min(end, start + 2);
  return { text: text.slice(start, end), start };
}

/** The word before a name, one space apart. */
export function wordBefore(text: string, nameStart: number): string {
  const end = skipBack(text, nameStart, isSpace, 1);
  return end === nameStart ? '' : text.slice(skipBack(text, end, isNameCharacter, MAX_NAME), end);
}

/** Where the value lies. `parameter`: `&`, `;` and `,` end it, as in query and connection strings. */
export function valueAfter(
  text: string,
  from: number,
  how: Readonly<{ encoded: boolean; parameter: boolean }>,
): Range {
  let start = from;
  // `:=`, `=>`, `==`
  for (let i = 0; i < 2 && /[=>:]/u.test(text[start] ?? ''); i += 1) start += 1;
  for (let i = 0; i < MAX_GAP && isSpace(text.charCodeAt(start)); i += 1) start += 1;
  const quoted = quotedValue(text, start);
  if (quoted !== null) return quoted;
  const pattern = how.encoded ? ENCODED_VALUE : how.parameter ? PARAMETER_VALUE : LOOSE_VALUE;
  const end = endOfRun(pattern, text, start);
  return { start, end: end - trailingLength(text, start, end) };
}

const ENCODED_VALUE = /(?:(?!%(?:26|20|22|23|0a|0d|2c|3b|7d))[^\s"'<>&])+/iuy;
const PARAMETER_VALUE = /[^\s"'<>&;,#]+/uy;
const LOOSE_VALUE = /[^\s"'<>]+/uy;
/** What ends a quoted value. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['"', /(?<!\\)"/u],
  ["'", /(?<!\\)'/u],
  ['`', /`/u],
  ['“', /”/u],
  ['„', /[“”]/u],
  ['«', /»/u],
  ['‚', /[‘’]/u],
]);
/** JSON inside JSON: quotes that are escaped themselves. */
const ESCAPED_CLOSING = /\\["']/u;

function quotedValue(text: string, start: number): Range | null {
  const escaped = text[start] === '\\' ? 1 : 0;
  const known = CLOSING.get(text[start + escaped] ?? '');
  if (known === undefined) return null;
  const from = start + escaped + 1;
  const length = text.slice(from, from + MAX_QUOTED).search(escaped === 1 ? ESCAPED_CLOSING : known);
  return { start: from, end: length < 0 ? endOfRun(LOOSE_VALUE, text, from) : from + length };
}

function endOfRun(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

function trailingLength(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && end - at < 3 && /[.,;)\]}]/u.test(text[at - 1] ?? '')) at -= 1;
  return end - at;
}

function skipBack(text: string, from: number, accepts: (code: number) => boolean, most: number): number {
  let at = from;
  while (at > 0 && from - at < most && accepts(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 92 || code === 96;
}

/** ASCII letters and digits, `_ - . [ ] $`, and everything from À on that is no punctuation of ours. */
function isNameCharacter(code: number): boolean {
  if (code >= 0xc0) return code < 0x2000 || (code >= 0xff10 && code <= 0xff5a);
  if (code >= 48 && code <= 57) return true;
  if (code >= 65 && code <= 90) return true;
  if (code >= 97 && code <= 122) return true;
  return code === 95 || code === 45 || code === 46 || code === 91 || code === 93 || code === 36;
}
