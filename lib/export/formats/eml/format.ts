import type { SharedIssue } from '../../model/shared-issue.ts';
import type { OpenFile, TargetContext, TargetFormat } from '../format.ts';
import type { Attachment } from '../target/attachments.ts';
import { plainText, plainTimeline } from '../target/plain.ts';
import { fittedTitle, ticketOf } from '../target/ticket.ts';
import type { Ticket } from '../target/ticket.ts';
import { base64Lines, headerLine, mailDate, PIECE_BYTES } from './mime.ts';

const SUBJECT = 200;
/** Most mails are small, and there may be many. */
const BUFFER = 64 << 10;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** `[K7-0042] [P2] Title` */
function subjectOf({ title, key, priority }: Ticket): string {
  const rest = title.slice(key.length + 3);
  return fittedTitle(priority === null ? title : `[${key}] [P${priority}] ${rest}`, SUBJECT);
}

/** The name of its file: as the ends of paths of its pictures, so that two issues with one key do not meet. */
function fileName({ id, key }: Ticket, taken: Set<string>): string {
  const safe = key.replaceAll(/[^A-Za-z0-9-]/g, '_');
  const name = taken.has(safe) ? `${safe}-${id.slice(-6)}` : safe;
  taken.add(name);
  return `${name}.eml`;
}

async function attach(
  out: OpenFile,
  boundary: string,
  { path, mime, sha256 }: Attachment,
  { picture }: TargetContext,
): Promise<void> {
  const found = await picture(sha256);
  if (found === null) return; // The text says that it is missing.
  const name = nameOf(path);
  out.write(
    `--${boundary}\r\nContent-Type: ${mime}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
  );
  for (let at = 0; at < found.blob.size; at += PIECE_BYTES) {
    const piece = await found.blob.slice(at, at + PIECE_BYTES).arrayBuffer();
    out.write(base64Lines(new Uint8Array(piece)));
  }
}

async function writeMail(out: OpenFile, ticket: Ticket, issue: SharedIssue, context: TargetContext) {
  const { head, words } = context;
  // `=_` never occurs in Base64.
  const boundary = `=_casebook_${ticket.id}`;
  const timeline = ticket.comments.length === 0 ? '' : `\n\n${words.events}\n\n${plainTimeline(ticket)}`;
  const body = `${ticket.title}\n\n${plainText(ticket.blocks)}${timeline}\n`.replaceAll('\n', '\r\n');
  out.write(
    headerLine('Subject', subjectOf(ticket)) +
      headerLine('Date', mailDate(head.exportedAt)) +
      `Message-ID: <${ticket.id}.${Date.parse(head.exportedAt)}@casebook.invalid>\r\n` +
      `X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
      `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      base64Lines(bytesOf(body)),
  );
  for (const one of ticket.attachments) await attach(out, boundary, one, context);
  const data = `${nameOf(ticket.key.replaceAll(/[^A-Za-z0-9-]/g, '_'))}.json`;
  out.write(
    `--${boundary}\r\nContent-Type: application/json; name="${data}"\r\nContent-Disposition: attachment; filename="${data}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${base64Lines(bytesOf(JSON.stringify(issue)))}--${boundary}--\r\n`,
  );
}

/** A draft for each issue, with its pictures and files, to be opened by a mail program, addressed and sent. */
export const eml: TargetFormat = {
  id: 'eml',
  open(context) {
    const taken = new Set<string>();
    return {
      async issue(issue) {
        const ticket = ticketOf(issue, context.words, context.head.exportedAt);
        const out = context.file(fileName(ticket, taken), BUFFER);
        await writeMail(out, ticket, issue, context);
        out.end();
      },
      end() {},
    };
  },
};
