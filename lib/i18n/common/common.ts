import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const common = area(en, de);
export type CommonWords = Words<typeof en>;

/** The sentence for a failure code; codes that this version does not know get the general one. */
export function failureText(words: CommonWords, code: string): string {
  const known = Object.entries(words.failure).find(([key]) => key === code);
  return known ? known[1] : words.failure.unknown;
}
