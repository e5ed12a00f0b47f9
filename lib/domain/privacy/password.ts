/** Letters that sound alike on a bad line are left out; every syllable is one of these and a vowel. */
const CONSONANTS = 'bdfgklmnprst';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const WORDS = 7;
const SYLLABLES_IN_WORD = 2;
/** Bytes from here on would make some syllables likelier than others. */
const FAIR = 256 - (256 % SYLLABLES);

/** Characters that a password has at least. */
export const PASSWORD_LENGTH = 12;

export type PasswordProblem = 'short' | 'differs';

/** What is wrong with a password, or null. `repeated`: what was typed a second time; null where it could be seen. */
export function passwordProblem(password: string, repeated: string | null): PasswordProblem | null {
  if ([...password].length < PASSWORD_LENGTH) return 'short';
  return repeated !== null && repeated !== password ? 'differs' : null;
}

/** Whether some program may read it otherwise than it was typed: only the letters and signs of ASCII are safe. */
export const isPlainPassword = (password: string): boolean => /^[\x20-\x7e]*$/.test(password);

/**
 * A password to be read out: `gabo-mitu-…`, seven words of two syllables, 82 bits of chance.
 * `random`: that many bytes of a source fit for secrets.
 */
export function generatePassword(random: (bytes: number) => Uint8Array): string {
  const syllables: string[] = [];
  while (syllables.length < WORDS * SYLLABLES_IN_WORD) {
    const [byte = FAIR] = random(1);
    if (byte >= FAIR) continue;
    const at = byte % SYLLABLES;
    syllables.push(
      `${CONSONANTS.charAt(Math.floor(at / VOWELS.length))}${VOWELS.charAt(at % VOWELS.length)}`,
    );
  }
  const words = Array.from({ length: WORDS }, (_, word) =>
    syllables.slice(word * SYLLABLES_IN_WORD, (word + 1) * SYLLABLES_IN_WORD).join(''),
  );
  return words.join('-');
}
