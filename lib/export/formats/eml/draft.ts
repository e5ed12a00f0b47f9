import { base64Lines, headerLine, mailDate } from './mime.ts';

export type MailDraft = Readonly<{
  /** Letters, digits and hyphens: part of the message's own id. */
  id: string;
  /** One address of ASCII, without a name; null: whoever sends it addresses it. */
  to: string | null;
  subject: string;
  text: string;
  /** The same for programs that show HTML; null: text only. */
  html: string | null;
  /** UTC, ISO 8601. */
  at: string;
  /** Its name has ASCII letters only; null: none. */
  file: Readonly<{ name: string; mime: string; bytes: Uint8Array }> | null;
}>;

const ADDRESS = /^[\x21-\x7e]+@[\x21-\x7e]+$/;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function part(boundary: string, head: string, bytes: Uint8Array): string {
  return `--${boundary}\r\n${head}Content-Transfer-Encoding: base64\r\n\r\n${base64Lines(bytes)}`;
}

/** The text, and the same as HTML: the program shows the last one that it can. */
function said(boundary: string, { text, html }: MailDraft): string {
  const crlf = (lines: string): Uint8Array => bytesOf(lines.replaceAll('\n', '\r\n'));
  const plain = (of: string): string => part(of, 'Content-Type: text/plain; charset=utf-8\r\n', crlf(text));
  if (html === null) return plain(boundary);
  const inner = `${boundary}_a`;
  return (
    `--${boundary}\r\nContent-Type: multipart/alternative; boundary="${inner}"\r\n\r\n${plain(inner)}` +
    `${part(inner, 'Content-Type: text/html; charset=utf-8\r\n', crlf(html))}--${inner}--\r\n`
  );
}

/** A draft, to be opened by a mail program, looked at and sent: without a sender, and addressed where an address is known. */
export function mailDraft(draft: MailDraft): string {
  const { id, to, subject, at, file } = draft;
  // `=_` never occurs in Base64.
  const boundary = `=_casebook_${id}`;
  return (
    (to !== null && ADDRESS.test(to) ? `To: ${to}\r\n` : '') +
    `${headerLine('Subject', subject)}${headerLine('Date', mailDate(at))}` +
    `Message-ID: <${id}.${Date.parse(at)}@casebook.invalid>\r\n` +
    `X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
    said(boundary, draft) +
    (file === null
      ? ''
      : part(
          boundary,
          `Content-Type: ${file.mime}; charset=utf-8; name="${file.name}"\r\nContent-Disposition: attachment; filename="${file.name}"\r\n`,
          file.bytes,
        )) +
    `--${boundary}--\r\n`
  );
}
