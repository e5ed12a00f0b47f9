import { decodedText } from '../../domain/evidence/text-bytes.ts';
import { readMail } from '../../export/importers/mail.ts';
import type { ReadMail } from '../../export/importers/mail.ts';
import { maskLong } from './mask.ts';
import type { Masking } from './mask.ts';

export type MaskedFile = Readonly<{
  /** null: nothing was masked, the file stays as it came. */
  bytes: Uint8Array<ArrayBuffer> | null;
  masked: number;
  /** Attached files or contents that could not come along. */
  leftOut: number;
}>;

/** Headers that hold signatures: they look like secrets and are public. */
const SIGNATURES = /^(?:dkim-signature|arc-|x-google-dkim|authentication-results|list-unsubscribe)/iu;
const KEPT = ['From', 'To', 'Cc', 'Date', 'Subject', 'Message-ID'] as const;

/**
 * Looks for secrets in everything of a mail that can be read: headers, texts however they are packed, attached texts.
 * Where there are some, the mail is written anew as plain text without its attachments: cutting them out of packed
 * parts would break them. null: it cannot be read as a mail.
 */
export async function maskedMail(
  bytes: Uint8Array<ArrayBuffer>,
  masking: Masking,
): Promise<MaskedFile | null> {
  const mail = await readMail(bytes);
  if (mail === null) return null;
  const headers = mail.headers.filter(({ name }) => !SIGNATURES.test(name));
  const raw = decodedText(bytes)?.text ?? '';
  const texts = [
    headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    mail.text,
    mail.html,
    ...mail.attachments.map((attached) => decodedText(attached.bytes)?.text ?? ''),
    // Between its parts a mail can hold lines that belong to none.
    raw.slice(raw.search(/\r?\n\r?\n/u)),
  ];
  let found = false;
  for (const text of texts) found ||= (await maskLong(text, masking)).masked > 0;
  if (!found) return { bytes: null, masked: 0, leftOut: 0 };
  return rewritten(mail, masking);
}

async function rewritten(mail: ReadMail, masking: Masking): Promise<MaskedFile> {
  const values: Record<(typeof KEPT)[number], string> = {
    From: mail.from,
    To: mail.to,
    Cc: mail.cc,
    Date: mail.headers.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '',
    Subject: mail.subject,
    'Message-ID': mail.messageId,
  };
  let masked = 0;
  const lines: string[] = [];
  for (const name of KEPT) {
    const value = masking.text(values[name].replaceAll(/[\r\n]+/gu, ' '));
    masked += value.masked;
    if (value.value !== '') lines.push(`${name}: ${encodedHeader(value.value)}`);
  }
  const body = await maskLong(mail.text, masking);
  masked += body.masked;
  lines.push(
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  );
  const text = `${lines.join('\r\n')}\r\n\r\n${base64Lines(body.value)}\r\n`;
  // At least one was found, if only in a part that is gone now.
  return { bytes: utf8(text), masked: Math.max(1, masked), leftOut: mail.attachments.length };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function base64(text: string): string {
  let binary = '';
  for (const byte of utf8(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function base64Lines(text: string): string {
  return base64(text).replaceAll(/.{76}/gu, '$&\r\n');
}

/** RFC 2047: words of at most 75 characters, each of whole letters; a new line before each. */
function encodedHeader(value: string): string {
  if (/^[\x20-\x7e]*$/u.test(value) && value.length < 900) return value;
  const words: string[] = [];
  let part = '';
  for (const letter of value) {
    if (utf8(part + letter).length > 45) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ');
}
