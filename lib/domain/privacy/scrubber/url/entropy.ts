const MIN_LENGTH = 24;
const MIN_BITS = 3.5;
/** Lengths of digests and ids that are written in hex: ObjectId, MD5 and trace ids, SHA-1, SHA-256, SHA-512. */
const HEX_LENGTHS = new Set([24, 32, 40, 64, 128]);

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;
const ULID = /^0[0-9A-HJKMNP-TV-Z]{25}$/u;

/**
 * Whether a path segment looks like a generated secret: long, of high entropy, and not made of words, numbers, dates,
 * UUIDs or hex digests. UUIDs and digests stay, because vendors find the failing request by them.
 */
export function looksSecret(segment: string): boolean {
  if (segment.length < MIN_LENGTH || segment.length > 4096)
    return segment.length > 4096 && isOneBlob(segment);
  if (ULID.test(segment)) return false;
  const rest = segment.replaceAll(UUID, '');
  if (rest.length < MIN_LENGTH || entropyBits(rest) < MIN_BITS) return false;
  const odd = rest.split(/[^A-Za-z0-9]+/u).filter((part) => isOdd(part));
  return odd.reduce((sum, part) => sum + part.length, 0) >= 14;
}

// Longer than any secret path part in use: only hostile or encoded data. Kept when it is one repeated character.
function isOneBlob(segment: string): boolean {
  return looksSecret(segment.slice(0, 4096));
}

/** Shannon entropy in bits a character. */
export function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** A part that is neither a word, nor a number, nor a number with a short word beside it. */
function isOdd(part: string): boolean {
  if (part.length < 6) return false;
  if (/^[0-9a-f]+$/u.test(part) || /^[0-9A-F]+$/u.test(part))
    return part.length >= MIN_LENGTH && !HEX_LENGTHS.has(part.length);
  if (/^\d+$/u.test(part)) return false;
  if (/^[A-Za-z]+\d+$/u.test(part) || /^\d+[A-Za-z]+$/u.test(part)) return caseChanges(part) > 3;
  if (/\d/u.test(part)) return digitSwitches(part) > 2 || caseChanges(part) > 2;
  // Letters only: camelCase changes once a word, generated text every other letter; words have vowels.
  return caseChanges(part) > part.length / 4 || (part.length >= 20 && !/[aeiouyäöü]/iu.test(part));
}

function caseChanges(part: string): number {
  return part.match(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/gu)?.length ?? 0;
}

function digitSwitches(part: string): number {
  return part.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/gu)?.length ?? 0;
}
