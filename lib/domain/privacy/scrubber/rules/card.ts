import type { Range, Rule } from '../range.ts';

const RUN =
  /(?<![\p{L}\p{N}._-])\d{13,19}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}._])\d{3,6}(?:[ -]\d{3,6}){2,}(?![\p{L}\p{N}_])/gu;
const GROUP = /\d+/gu;

/**
 * Payment card numbers: 13 to 19 digits, in groups or not, of a known issuer's range and with a right check digit.
 * Without the range every tenth order number would be taken for a card.
 */
export const card: Rule = {
  name: 'card',
  find(text) {
    const found: Range[] = [];
    for (const run of text.matchAll(RUN)) found.push(...cardsIn(run[0], run.index));
    return found;
  },
};

// Groups, not digits: a date behind the number must not spoil it, and a card never begins inside a group.
function cardsIn(run: string, offset: number): Range[] {
  const groups = [...run.matchAll(GROUP)].map((match) => ({ digits: match[0], start: match.index }));
  const found: Range[] = [];
  for (let i = 0; i < groups.length; i += 1) {
    const first = groups[i];
    const length = /^[2-6]/u.test(first?.digits ?? '') ? cardFrom(groups, i) : 0;
    const last = groups[i + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    found.push({ start: offset + first.start, end: offset + last.start + last.digits.length });
    i += length - 1;
  }
  return found;
}

/** How many groups from `from` on make a card; 0 = none. */
function cardFrom(groups: readonly { digits: string }[], from: number): number {
  let digits = '';
  for (let i = from; i < groups.length && digits.length < 19; i += 1) {
    digits += groups[i]?.digits ?? '';
    if (digits.length >= 13 && digits.length <= 19 && isIssued(digits) && passesLuhn(digits))
      return i - from + 1;
  }
  return 0;
}

function isIssued(digits: string): boolean {
  const { length } = digits;
  const first4 = Number(digits.slice(0, 4));
  const first2 = Math.floor(first4 / 100);
  if (digits.startsWith('4')) return length === 13 || length === 16 || length === 19;
  if ((first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720)) return length === 16;
  if (first2 === 34 || first2 === 37) return length === 15;
  if (first2 === 36 || first2 === 38 || first2 === 39 || (first4 >= 3000 && first4 <= 3059))
    return length === 14 || length === 16;
  if (first4 >= 3528 && first4 <= 3589) return length >= 16;
  if (first4 === 6011 || first2 === 65 || (first4 >= 6440 && first4 <= 6499) || first2 === 62)
    return length >= 16;
  return (first2 === 50 || (first2 >= 56 && first2 <= 69)) && length >= 16;
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
