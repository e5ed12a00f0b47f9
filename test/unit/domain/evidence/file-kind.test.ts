import { describe, expect, it } from 'vitest';
import { fileFacts, recognised } from '../../../../lib/domain/evidence/file-kind.ts';
import { jpegOrientation } from '../../../../lib/domain/evidence/orientation.ts';
import { decodedText } from '../../../../lib/domain/evidence/text-bytes.ts';
import {
  gifBytes,
  harText,
  jpegBytes,
  joinBytes,
  mailText,
  PAGE,
  pngBomb,
  pngBytes,
  SVG,
  textBytes,
} from '../../../support/files.ts';
import { quickestMs } from '../../../support/quick.ts';

const wide = (text: string, big: boolean): Uint8Array<ArrayBuffer> => {
  const codes = [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return joinBytes(codes.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};

describe('what a file is', () => {
  it.each([
    ['a PNG', pngBytes(3, 2), { what: 'picture', mime: 'image/png', width: 3, height: 2 }],
    ['a JPEG', jpegBytes({ width: 300, height: 200 }), { what: 'picture', mime: 'image/jpeg', width: 300 }],
    ['a GIF', gifBytes(20, 10), { what: 'foreign-picture', mime: 'image/gif', width: 20, height: 10 }],
    ['a picture that claims billions of pixels', pngBomb(), { what: 'picture', width: 60_000 }],
    ['a PDF', textBytes('%PDF-1.7\n…'), { what: 'pdf' }],
    ['a mail', textBytes(mailText('hello')), { what: 'mail', encoding: 'utf-8' }],
    ['a HAR file', textBytes(harText()), { what: 'har', encoding: 'utf-8' }],
    ['other JSON', textBytes('{"logs": []}'), { what: 'text' }],
    ['a log', textBytes('2026-11-23 14:02 ERROR Größe unbekannt\n'), { what: 'text', encoding: 'utf-8' }],
    ['an old text', joinBytes('Gr', [0xf6, 0xdf], 'e'), { what: 'text', encoding: 'windows-1252' }],
    ['a wide text', wide('Größe', false), { what: 'text', encoding: 'utf-16le' }],
    ['a wide text the other way round', wide('Größe', true), { what: 'text', encoding: 'utf-16be' }],
    ['a coloured log', textBytes('\u001b[31mERROR\u001b[0m'), { what: 'text' }],
    ['a drawing with a script: a text', textBytes(SVG), { what: 'text' }],
    ['a web page: a text', textBytes(PAGE), { what: 'text' }],
    ['a zip', joinBytes('PK\u0003\u0004', [20, 0, 0, 0]), { what: 'other' }],
    ['a program', joinBytes('MZ', [0x90, 0, 3, 0, 0, 0]), { what: 'other' }],
    ['old Outlook', joinBytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), { what: 'other' }],
    ['nothing', new Uint8Array(), { what: 'empty' }],
  ])('tells %s', (_name, bytes, expected) => {
    expect(recognised(bytes)).toMatchObject(expected);
  });

  it('takes a text that begins like a bitmap or like a mail for what it is', () => {
    expect(recognised(textBytes('BMW invoices fail since Monday, see below for the details'))).toMatchObject({
      what: 'text',
    });
    expect(recognised(textBytes('Subject: nothing but a note\n\nhello'))).toMatchObject({ what: 'text' });
    expect(recognised(textBytes('To: us\nFrom: them\nand then a line of prose\n'))).toMatchObject({
      what: 'text',
    });
  });

  it('goes by the bytes in front of a polyglot and never gives a type that a browser would run', () => {
    const polyglot = joinBytes(gifBytes(1, 1), PAGE);
    expect(recognised(polyglot)).toMatchObject({ what: 'foreign-picture' });
    for (const what of ['text', 'mail', 'har', 'pdf', 'other'] as const)
      expect(fileFacts(what).mime).not.toMatch(/html|svg|xml|script/);
  });

  it('is quick about a hostile text', async () => {
    const work = (): void => {
      recognised(textBytes(`${'a'.repeat(76)}:${' '.repeat(500_000)}\n`.repeat(4)));
      recognised(textBytes(`{${' '.repeat(1_000_000)}`));
    };
    expect(await quickestMs(work, 1000)).toBeLessThan(1000);
  });
});

describe('the text of a file', () => {
  it('comes without its byte order mark, and not from what is no text', () => {
    expect(decodedText(joinBytes([0xef, 0xbb, 0xbf], 'x'))?.text).toBe('x');
    expect(decodedText(wide('Größe', true))?.text).toBe('Größe');
    expect(decodedText(joinBytes([0xff, 0xfe, 0, 0, 1, 0]))).toBeNull();
    expect(decodedText(joinBytes('a', [0], 'b'))).toBeNull();
  });
});

describe('how a photo lies', () => {
  it('is read from its header and never from outside of it', () => {
    expect(jpegOrientation(jpegBytes({ width: 2, height: 2 }))).toBe(1);
    expect(jpegOrientation(jpegBytes({ width: 2, height: 2, orientation: 6 }))).toBe(6);
    expect(jpegOrientation(jpegBytes({ width: 2, height: 2, orientation: 77 }))).toBe(1);
    const whole = jpegBytes({ width: 2, height: 2, orientation: 6 });
    for (let end = 0; end < whole.length; end += 1)
      expect(jpegOrientation(whole.slice(0, end))).toBeLessThan(9);
  });
});
