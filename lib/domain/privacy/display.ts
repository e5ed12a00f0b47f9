import { parseUrl } from '../web.ts';

/**
 * Controls but line breaks and tabs, format characters (bidi, zero-width, tags), separators, fillers, lone surrogates.
 * Soft hyphens are ordinary in German, Arabic number signs are format characters that show.
 */
const HIDDEN =
  /[^\P{Cc}\n\t]|[^\P{Cf}\u00ad\u0600-\u0605\u06dd\u08e2]|\u034f|[\u2028\u2029\u115f\u1160\u3164\uffa0]|\p{Cs}/gu;
const JOINERS = new Set(['\u200c', '\u200d']);
const FLAG_BASE = '\u{1f3f4}';

/**
 * Text as it may be shown to a reader: characters that reorder, hide or end text stand as `⟦U+202E⟧`, so that a page
 * cannot disguise what it said (faults.md T12). Joiners stay where writing needs them: emoji families, Persian, Indic.
 * Idempotent.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(HIDDEN, (character, at: number, whole: string) =>
      belongs(character, at, whole) ? character : named(character),
    );
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

function belongs(character: string, at: number, whole: string): boolean {
  if (JOINERS.has(character)) {
    const before = lastCharacter(whole, at);
    const after = String.fromCodePoint(whole.codePointAt(at + 1) ?? 0);
    if (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u.test(before))
      return character === '\u200d' && /\p{Extended_Pictographic}/u.test(after);
    return isJoiningScript(before) && isJoiningScript(after);
  }
  // Flags of England, Scotland, Wales: a black flag and tag letters.
  return isTag(character) && followsFlag(whole, at);
}

function isJoiningScript(character: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    character,
  );
}

function lastCharacter(whole: string, at: number): string {
  const low = whole.charCodeAt(at - 1);
  return whole.slice(low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1, at);
}

function isTag(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xe0020 && code <= 0xe007f;
}

function followsFlag(whole: string, at: number): boolean {
  for (let back = at; back > 0 && at - back <= 16; back -= 2) {
    const before = lastCharacter(whole, back);
    if (before === FLAG_BASE) return true;
    if (!isTag(before)) return false;
  }
  return false;
}

/** The address for a link: http and https only, without user name and password; null for everything else. */
export function safeHref(url: string): string | null {
  const parsed = parseUrl(url);
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') || parsed.host === '')
    return null;
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}${parsed.hash}`;
}

/** The host as it really is, IDN as punycode, so that look-alike letters show; null without an http(s) address. */
export function displayHost(url: string): string | null {
  const href = safeHref(url);
  return href === null ? null : (parseUrl(href)?.host ?? null);
}

const MAX_NAME = 80;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|clock)$/u;
const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** A file name of `[a-z0-9_-]`, 1 to 80 characters, without an ending; safe on Windows, macOS and Linux (corpus S20). */
export function safeFileName(text: string): string {
  const plain = text
    .slice(0, 2000)
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9_]+/gu, '-');
  const name = trimmed(trimmed(plain).slice(0, MAX_NAME));
  if (name === '') return 'untitled';
  return RESERVED.test(name) ? `${name}_` : name;
}

function trimmed(text: string): string {
  return text.replace(/^[-_]+/u, '').replace(/(?<![-_])[-_]+$/u, '');
}
