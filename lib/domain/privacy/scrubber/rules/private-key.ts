import type { Range, Rule } from '../range.ts';

const PHRASE = 'PRIVATE KEY';
/** `-----BEGIN ENCRYPTED ` is the longest usual opening. */
const LOOK_BACK = 40;
/** An opening without an end (a cut-off log line) masks this much. */
const UNCLOSED = 8192;

/** PEM and PGP private keys. By `indexOf`, because a lazy pattern is quadratic on repeated openings (measured). */
export const privateKey: Rule = {
  name: 'private-key',
  find(text) {
    const found: Range[] = [];
    let open = -1;
    let coveredTo = 0;
    for (let at = text.indexOf(PHRASE); at >= 0; at = text.indexOf(PHRASE, at + PHRASE.length)) {
      const before = text.slice(Math.max(0, at - LOOK_BACK), at);
      const begin = before.lastIndexOf('-----BEGIN');
      const isEnd = before.lastIndexOf('-----END') > begin;
      if (!isEnd && begin >= 0 && open < 0) open = at - before.length + begin;
      if (!isEnd || open < 0) continue;
      const end = endOfLine(text, at);
      found.push({ start: open, end });
      coveredTo = end;
      open = -1;
    }
    if (open >= coveredTo) found.push({ start: open, end: Math.min(text.length, open + UNCLOSED) });
    return found;
  },
};

function endOfLine(text: string, at: number): number {
  let end = at + PHRASE.length;
  if (text.startsWith(' BLOCK', end)) end += 6;
  while (end < text.length && text[end] === '-') end += 1;
  return end;
}
