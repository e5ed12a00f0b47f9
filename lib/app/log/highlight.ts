import { foldText } from '../../domain/issue/search-text.ts';

export type Part = Readonly<{ text: string; hit: boolean }>;

/** Cuts a text where a search term occurs; compared as the search compares (folded), shown as written. */
export function highlightParts(text: string, terms: readonly string[]): readonly Part[] {
  if (terms.length === 0 || text === '') return [{ text, hit: false }];
  // Folding changes lengths (ß → ss, ﬁ → fi), so each folded unit remembers the character it came from.
  const characters = [...text];
  const origin: number[] = [];
  let folded = '';
  characters.forEach((character, index) => {
    // Folding trims, which would glue words together here.
    const piece = /\s/u.test(character) ? ' ' : foldText(character);
    folded += piece;
    for (let i = 0; i < piece.length; i += 1) origin.push(index);
  });
  const marked = new Uint8Array(characters.length);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
      marked.fill(1, origin[at], (origin[at + term.length - 1] ?? 0) + 1);
    }
  }
  const parts: Part[] = [];
  let start = 0;
  for (let i = 1; i <= characters.length; i += 1) {
    if (i === characters.length || marked[i] !== marked[start]) {
      parts.push({ text: characters.slice(start, i).join(''), hit: marked[start] === 1 });
      start = i;
    }
  }
  return parts;
}
