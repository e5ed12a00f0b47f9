import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

// Without I and O, which are read as 1 and 0. A letter and a digit cannot spell a word.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Two characters, such as `K7`, that tell colleagues' issue keys apart in talk. 240 values, so it is a help for people
 * and no identity: machines use the issue id. Hashed, because the first digits of a UUIDv7 are the time.
 */
export function ledgerCode(ledgerId: string): string {
  const [first = 0, second = 0, third = 0] = sha256(utf8ToBytes(ledgerId));
  return `${LETTERS.charAt((first * 256 + second) % LETTERS.length)}${third % 10}`;
}

/** `K7-0042`; numbers past 9999 simply grow longer. */
export function issueKey(code: string, number: number): string {
  return `${code}-${String(number).padStart(4, '0')}`;
}
