/** Pairs of runs of three characters that two texts share, against all that they have: 0 … 1. */
export function trigramLikeness(a: string, b: string): number {
  return jaccard(trigramsOf(a), trigramsOf(b), () => 1);
}

/** The same of words; those whose meaning is known (`=save`) count twice as much. */
export function wordLikeness(a: readonly string[], b: readonly string[]): number {
  return jaccard(new Set(a), new Set(b), weightOf);
}

function weightOf(word: string): number {
  return isUnderstood(word) ? 2 : 1;
}

export const isUnderstood = (word: string): boolean => word.startsWith('=');

/** Both texts have words of their own that the other lacks: they speak of different things. */
export function speakOfOthers(a: readonly string[], b: readonly string[]): boolean {
  return lacking(a, b) && lacking(b, a);
}

function lacking(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => !b.some((other) => word === other || sameStem(word, other)));
}

/** "fails" and "failing": five letters in common and little besides. */
function sameStem(a: string, b: string): boolean {
  return a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5);
}

export function trigramsOf(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  return found;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (part: string) => number): number {
  let both = 0;
  let all = 0;
  for (const part of a) {
    all += weight(part);
    if (b.has(part)) both += weight(part);
  }
  for (const part of b) if (!a.has(part)) all += weight(part);
  return all === 0 ? 0 : both / all;
}
