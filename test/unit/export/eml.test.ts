import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../lib/export/importers/mail.ts';
import { headerLine, mailDate } from '../../../lib/export/formats/eml/mime.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { described, exported, makeIssue } from './support.ts';
import { HOSTILE, PICTURE, TOLD } from './targets-support.ts';

const pictures = { pictures: [PICTURE] };
const LINE = /^[\x20-\x7e\t]{0,998}$/;

async function draft(): Promise<Readonly<{ source: string; name: string }>> {
  const made = await exported([TOLD], ['eml'], pictures);
  if (!made.ok) throw new Error(`The export failed: ${made.code}.`);
  expect(made).toMatchObject({ pictures: 1, lostPictures: 0 });
  return { source: await made.blob.text(), name: made.fileName };
}

describe('a mail draft', () => {
  it('is one file for one issue, read whole by a mail parser of another project', async () => {
    const { source, name } = await draft();
    expect(name).toBe('K7-0900.eml');
    const mail = await PostalMime.parse(source);
    expect(mail.subject).toBe('[K7-0900] Invoices cannot be saved');
    expect(mail.date).toBe('2026-11-23T14:02:05.000Z');
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.messageId).toContain(TOLD.id);
    expect(mail.from ?? null).toBeNull();
    expect(mail.text).toContain('Since this morning.');
    expect(mail.text).toContain('We look into it.');
    const [picture, data] = mail.attachments;
    expect([picture?.filename, picture?.mimeType, data?.filename]).toEqual([
      'K7-0900-1.png',
      'image/png',
      'K7-0900.json',
    ]);
    expect(new Uint8Array(picture?.content as ArrayBuffer)).toEqual(
      // as: attachments come as bytes unless asked otherwise
      new Uint8Array(await PICTURE.blob.arrayBuffer()),
    );
    expect(source).not.toContain('CANARY-INTERNAL');
    expect(mail.text).not.toContain('CANARY-INTERNAL');
    // Our own import reads it, too.
    const read = await readMail(new TextEncoder().encode(source));
    expect(read?.attachments).toHaveLength(2);
  });

  it('keeps to the lines of RFC 5322: CR LF, plain ASCII, at most 78 characters but for what cannot be folded', async () => {
    const { source } = await draft();
    const lines = source.split('\r\n');
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(
      lines.filter(
        (line) => line.length > 78 && !line.startsWith('Content-') && !line.startsWith('Message-ID'),
      ),
    ).toEqual([]);
  });

  it('holds its picture only where the picture can be read', async () => {
    const made = await exported([TOLD], ['eml'], { pictures: [] });
    expect(made).toMatchObject({ ok: true, pictures: 0, lostPictures: 1 });
    const mail = await PostalMime.parse(made.ok ? await made.blob.text() : '');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['K7-0900.json']);
  });

  it(
    'of hostile texts has the subject and the parts that we wrote, and no header more',
    { timeout: 30_000 },
    async () => {
      const made = await exported(HOSTILE, ['eml']);
      if (!made.ok) throw new Error(`The export failed: ${made.code}.`);
      expect(made.fileName).toMatch(/_eml\.zip$/);
      const reader = new ZipReader(new BlobReader(made.blob), { useWebWorkers: false, checkSignature: true });
      const mails = (await reader.getEntries()).filter(({ filename }) => filename.endsWith('.eml'));
      expect(mails).toHaveLength(HOSTILE.length);
      for (const entry of mails) {
        if (entry.directory) throw new Error('A folder ends in .eml.');
        const mail = await PostalMime.parse(await entry.getData(new TextWriter()));
        expect(mail.headers.map(({ key }) => key)).toEqual([
          'subject',
          'date',
          'message-id',
          'x-unsent',
          'mime-version',
          'content-type',
        ]);
        expect(mail.subject).toMatch(/^\[K7-\d{4}\] /);
        expect(mail.attachments.map(({ filename }) => filename)).toEqual([
          entry.filename.replace('.eml', '.json'),
        ]);
      }
      await reader.close();
    },
  );

  it('gives back any title and text', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, async (title, said) => {
        const issue = makeIssue(1, {}, [described(1, `a${title}z\nb${said}z`.toWellFormed())]);
        const made = await exported([issue], ['eml']);
        if (!made.ok) return false;
        const mail = await PostalMime.parse(await made.blob.text());
        const first = visibleText(issue.title).replaceAll(/\s+/gu, ' ').trim();
        const wanted = visibleText(issue.description)
          .split('\n')
          .map((line) => line.trimEnd());
        return (
          (mail.subject ?? '').startsWith(`[K7-0001] ${first.slice(0, 60)}`.trimEnd()) &&
          wanted.every((line) => (mail.text ?? '').includes(line))
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('lines of a head', () => {
  it('are folded between encoded words of at most 75 characters, never inside a character', () => {
    const line = headerLine('Subject', `${'Störung '.repeat(30)}👨‍👩‍👧‍👦`);
    expect(line.endsWith('\r\n')).toBe(true);
    for (const word of line.slice('Subject: '.length).trimEnd().split('\r\n '))
      expect(word).toMatch(/^=\?UTF-8\?B\?[A-Za-z0-9+/=]{1,63}\?=$/);
  });

  it('cannot be ended by what stands in them', () => {
    expect(headerLine('Subject', 'a\r\nBcc: x@y.example')).toBe('Subject: a Bcc: x@y.example\r\n');
  });

  it('tell the time as RFC 5322 does', () => {
    expect(mailDate('2026-11-03T04:02:05.123Z')).toBe('Tue, 03 Nov 2026 04:02:05 +0000');
  });
});
