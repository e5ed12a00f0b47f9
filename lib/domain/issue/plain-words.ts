import { conceptOf, isEmptyWord } from './concepts.ts';
import { foldText } from './search-text.ts';

/** Longer texts are cut: a message says early what it is about. */
const MAX_TEXT = 600;

/** What differs from one time to the next, in the order in which it is taken out of a folded text, and a quick sign of it. */
const VARYING: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/redacted:/u, /\[redacted:[^\]]{0,60}\]/gu],
  // Quoted: the name of the one thing it happened to.
  [/["'„“”‚‘«»‹›]/u, /(?<=^|[\s(:])["'„“”‚‘’«»‹›][^"„“”‚‘«»‹›]{1,100}["“”‘’'«»‹›](?=$|[\s).,:;!?])/gu],
  [/:\/\/|www\./u, /\bhttps?:\/\/\S+|\bwww\.\S+/gu],
  [/@/u, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  // The words before a company's legal form.
  [
    /\s(?:gmbh|ag|kg|ohg|ug|inc|ltd|llc|corp|plc|sarl)\b/u,
    /[\p{L}&.-]+(?:\s&\s[\p{L}.-]+)?(?:\s[\p{L}-]+)?\s(?:gmbh|ag|kg|ohg|ug|inc|ltd|llc|corp|plc|sarl)\b\.?/gu,
  ],
  // Paths, any word with a digit in it (a number, a date, an id, an amount), and files.
  [/[\\/]/u, /\S*[\\/]\S+/gu],
  [/\d/u, /[\p{L}\p{N}_$€£%#.,:;+*=-]*\d[\p{L}\p{N}_$€£%#.,:;+*=-]*/gu],
  [/\.[a-z]{3,4}\b/u, /\b[\w-]+\.(?:pdf|docx?|xlsx?|csv|png|jpe?g|zip|txt|html?|xml|json)\b/gu],
];

/** A text without what differs from one time to the next: quotes, ids, numbers, dates, amounts, addresses. Folded. */
export function steady(text: string): string {
  let left = foldText(text.slice(0, MAX_TEXT));
  for (const [sign, pattern] of VARYING) if (sign.test(left)) left = left.replaceAll(pattern, ' ');
  return left
    .replaceAll(/[^\p{L}\s-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** What a text is about: its telling words by meaning, in alphabetical order, each once. */
export function tellingWords(text: string): string[] {
  const words = steady(text).match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
  const telling = words.filter((word) => word.length > 1 && !isEmptyWord(word)).map(conceptOf);
  return [...new Set(telling)].toSorted();
}
