import { decodedText } from '../../domain/evidence/text-bytes.ts';
import type { StoredFile } from '../../domain/issue/evidence-bodies.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import { cutAt } from '../../domain/text/cut.ts';
import { readMail } from '../../export/importers/mail.ts';
import { harRequests } from './har-requests.ts';
import type { HarRequest } from './har-requests.ts';

/** Longer texts are read from their beginning; the rest is in the file. */
const LONGEST = 200_000;
const MOST_LINES = 2000;
const MOST_REQUESTS = 100;

type ShownText = Readonly<{ text: string; lines: number; all: number }>;

/** What a file says, as plain text: nothing of it is ever shown as a web page. */
export type FilePreview =
  | Readonly<{ kind: 'text' } & ShownText>
  | Readonly<{
      kind: 'mail';
      from: string;
      to: string;
      cc: string;
      subject: string;
      date: string;
      body: ShownText;
      attachments: readonly Readonly<{ name: string; bytes: number }>[];
    }>
  | Readonly<{
      kind: 'har';
      all: number;
      failed: number;
      /** Failed ones first. */
      requests: readonly HarRequest[];
    }>
  | Readonly<{ kind: 'none' }>;

export async function filePreview({ kind }: Pick<StoredFile, 'kind'>, blob: Blob): Promise<FilePreview> {
  if (kind !== 'text' && kind !== 'mail' && kind !== 'har') return { kind: 'none' };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (kind === 'mail') {
    const mail = await readMail(bytes);
    if (mail !== null) {
      const { from, to, cc, subject, date } = mail;
      return {
        kind,
        from: line(from),
        to: line(to),
        cc: line(cc),
        subject: line(subject),
        date: line(date),
        body: shownText(mail.text),
        attachments: mail.attachments.map(({ name, bytes: content }) => ({
          name: line(name),
          bytes: content.length,
        })),
      };
    }
  }
  const text = decodedText(bytes)?.text;
  if (text === undefined) return { kind: 'none' };
  const requests = kind === 'har' ? harRequests(text) : null;
  if (requests === null) return { kind: 'text', ...shownText(text) };
  const failed = requests.filter((one) => one.failed);
  const ordered = [...failed, ...requests.filter((one) => !one.failed)];
  return {
    kind: 'har',
    all: requests.length,
    failed: failed.length,
    requests: ordered.slice(0, MOST_REQUESTS),
  };
}

const line = (text: string): string => visibleText(cutAt(text, 1000).replaceAll(/\s+/gu, ' ')).trim();

function shownText(text: string): ShownText {
  const all = text.split(/\r\n|\n|\r/u);
  const lines = cutAt(all.slice(0, MOST_LINES).join('\n'), LONGEST).split('\n');
  return { text: visibleText(lines.join('\n')), lines: lines.length, all: all.length };
}
