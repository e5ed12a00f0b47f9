/** Characters that take room but show nothing: Hangul fillers, the Braille blank, the combining joiner. */
const FILLERS = new Set(['\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u2800', '\u3164', '\uffa0']);

/** True when nothing would be seen: only spaces, zero-width and control characters. Source: faults.md S18. */
export function isBlank(text: string): boolean {
  for (const character of text) {
    if (!/[\s\p{Cc}\p{Cf}]/u.test(character) && !FILLERS.has(character)) return false;
  }
  return true;
}
