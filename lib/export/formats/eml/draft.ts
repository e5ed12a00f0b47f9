import { base64Lines, headerLine, mailDate } from './mime.ts';

export type MailDraft = Readonly<{
  /** Letters, digits and hyphens: part of the message's own id. */
  id: string;
  subject: string;
  text: string;
  /** UTC, ISO 8601. */
  at: string;
  /** A file of text; its name has ASCII letters only. */
  file: Readonly<{ name: string; mime: string; text: string }>;
}>;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A draft with one text and one file, to be opened by a mail program, addressed and sent: without sender and receiver. */
export function mailDraft({ id, subject, text, at, file }: MailDraft): string {
  // `=_` never occurs in Base64.
  const boundary = `=_casebook_${id}`;
  const part = (head: string, content: string): string =>
    `--${boundary}\r\n${head}Content-Transfer-Encoding: base64\r\n\r\n${base64Lines(bytesOf(content))}`;
  return (
    `${headerLine('Subject', subject)}${headerLine('Date', mailDate(at))}` +
    `Message-ID: <${id}.${Date.parse(at)}@casebook.invalid>\r\n` +
    `X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
    part('Content-Type: text/plain; charset=utf-8\r\n', text.replaceAll('\n', '\r\n')) +
    part(
      `Content-Type: ${file.mime}; charset=utf-8; name="${file.name}"\r\nContent-Disposition: attachment; filename="${file.name}"\r\n`,
      file.text,
    ) +
    `--${boundary}--\r\n`
  );
}
