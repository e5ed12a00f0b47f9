import { foldText } from '../../domain/issue/search-text.ts';

/** The words of a search as the store compares them; all must occur. Longest first, because it is the rarest. */
export function termsOf(text: string): readonly string[] {
  const words = foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}
