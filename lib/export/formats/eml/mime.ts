import { toBase64 } from '../../parts/base64.ts';

/** Bytes of an encoded word without its frame: with it and `Subject: ` a line stays below 76 characters (RFC 2047, 2). */
const WORD_BYTES = 39;
const PLAIN = /^[\x20-\x7e]{0,60}$/;

/** A header line for one line of text; what is not plain ASCII, or long, is written as encoded words, folded (RFC 2047, RFC 5322). */
export function headerLine(name: string, text: string): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').toWellFormed();
  if (PLAIN.test(line) && !line.includes('=?')) return `${name}: ${line}\r\n`;
  const encoder = new TextEncoder();
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (encoder.encode(word + character).length > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return `${name}: ${words.map((one) => `=?UTF-8?B?${toBase64(encoder.encode(one))}?=`).join('\r\n ')}\r\n`;
}

/** Base64 in lines of 76 characters (RFC 2045, 6.8). */
export function base64Lines(bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(/.{1,76}/g) ?? [];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** Whole lines of 57 bytes each, so that pieces can be written one after the other. */
export const PIECE_BYTES = 57 * 8192;

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Mon, 23 Nov 2026 14:02:05 +0000` */
export function mailDate(instant: string): string {
  const date = new Date(instant);
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const time = date.toISOString().slice(11, 19);
  return `${day}, ${String(date.getUTCDate()).padStart(2, '0')} ${month} ${date.getUTCFullYear()} ${time} +0000`;
}
