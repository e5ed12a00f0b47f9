import { area } from '../area.ts';
import type { Words } from '../area.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export const data = area(en, de);
export type DataWords = Words<typeof en>;

/** The sentence for a refused file; null for codes that are not about the file. */
export function refusalText(words: DataWords, code: string): string | null {
  return Object.entries(words.refusal).find(([key]) => key === code)?.[1] ?? null;
}
