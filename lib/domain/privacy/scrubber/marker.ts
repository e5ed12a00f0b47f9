import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { cutAt } from '../../text/cut.ts';
import type { Range } from './range.ts';
import { matchesOf } from './range.ts';

/**
 * What stands in place of a secret: `[redacted:<rule>:<length>:<h6>]`. Also recognised when another program has
 * percent-encoded it, so that scrubbing again never masks a mask.
 */
const MARKER = /(?:\[|%5b)redacted(?::|%3a)[a-z0-9-]{1,24}(?::|%3a)\d{1,9}(?::|%3a)[0-9a-f]{6}(?:\]|%5d)/giu;
const LONGEST_MARKER = 80;

/** A private-use character that no rule's value can start or end with by chance; it stands in for existing markers. */
const FILL = '\ue000';

/** Hostile text can hold thousands of values; past this many in one text the short hash is not worth its time. */
const MAX_HASHED = 500;

export type Marker = (rule: string, value: string) => string;

/** `h6` is keyed with the install secret: equal secrets stay comparable, nothing can be reversed by guessing. */
export function createMarker(secret: Uint8Array): () => Marker {
  const keyed = hmac.create(sha256, secret);
  return () => {
    let hashed = 0;
    return (rule, value) => {
      hashed += 1;
      const h6 =
        hashed > MAX_HASHED
          ? '000000'
          : bytesToHex(keyed.clone().update(utf8ToBytes(value)).digest()).slice(0, 6);
      return `[redacted:${rule}:${value.length}:${h6}]`;
    };
  };
}

export function isMarker(text: string): boolean {
  const [only] = text.length <= LONGEST_MARKER ? markersIn(text) : [];
  return only !== undefined && only.start === 0 && only.end === text.length;
}

export function markersIn(text: string): Range[] {
  return text.includes('redacted') ? matchesOf(text, MARKER) : [];
}

/** The text with every marker filled up, same length, so that rules see the surroundings but not the marker. */
export function blanked(text: string, markers: readonly Range[]): string {
  if (markers.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of markers) {
    out += text.slice(at, start) + FILL.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

/** What of a range lies outside the markers. Leftovers without a letter or digit (a comma, a quote) are no secrets. */
export function outsideMarkers(text: string, range: Range, markers: readonly Range[]): Range[] {
  const inside = markers.filter(({ start, end }) => start < range.end && end > range.start);
  if (inside.length === 0) return [range];
  const left: Range[] = [];
  let at = range.start;
  for (const { start, end } of [...inside, { start: range.end, end: range.end }]) {
    if (start > at && /[\p{L}\p{N}]/u.test(text.slice(at, start))) left.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return left;
}

/** Encodes for a query value but leaves markers readable: the URL standard allows `[`, `]` and `:` there. */
export function encodeAroundMarkers(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of markersIn(text)) {
    out += encodeURIComponent(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return out + encodeURIComponent(text.slice(at));
}

/** Cuts at a code point, and never inside a marker or a percent-escape. */
export function cutOutsideMarkers(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = cutAt(text, limit);
  const windowStart = Math.max(0, cut.length - LONGEST_MARKER);
  const split = markersIn(text.slice(windowStart, cut.length + LONGEST_MARKER)).find(
    ({ start, end }) => start + windowStart < cut.length && end + windowStart > cut.length,
  );
  const whole = split === undefined ? cut : cut.slice(0, windowStart + split.start);
  return whole.replace(/%[0-9a-f]?$/iu, '');
}
