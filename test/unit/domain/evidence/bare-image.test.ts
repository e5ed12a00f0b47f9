import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { bareImage } from '../../../../lib/domain/evidence/bare-image.ts';
import { crc32 } from '../../../../lib/domain/evidence/crc32.ts';
import { streamsOf } from '../../../e2e/shared/image-streams.ts';

const text = (value: string) => [...Buffer.from(value, 'latin1')];
const bytes = (...parts: readonly number[][]) => new Uint8Array(parts.flat());
const be32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const le32 = (value: number) => be32(value).toReversed();

function chunk(kind: string, data: readonly number[]): number[] {
  const named = [...text(kind), ...data];
  return [...be32(data.length), ...named, ...be32(crc32(new Uint8Array(named)))];
}
function png(): number[] {
  const made = new PNG({ width: 3, height: 2 });
  made.data.fill(200);
  return [...PNG.sync.write(made)];
}
/** Puts a chunk right behind the header. */
const withChunk = (file: readonly number[], extra: readonly number[]) => [
  ...file.slice(0, 33),
  ...extra,
  ...file.slice(33),
];

const segment = (marker: number, data: readonly number[]) => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 0xff,
  ...data,
];
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const JFIF = segment(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const jpeg = (...middle: readonly number[][]) => bytes([0xff, 0xd8], JFIF, ...middle, SCAN, [0xff, 0xd9]);

const part = (kind: string, data: readonly number[]) => [
  ...text(kind),
  ...le32(data.length),
  ...data,
  ...(data.length % 2 ? [0] : []),
];
function webp(...parts: readonly number[][]): Uint8Array<ArrayBuffer> {
  const inside = [...text('WEBP'), ...parts.flat()];
  return bytes(text('RIFF'), le32(inside.length), inside);
}

function bare(file: Uint8Array<ArrayBuffer>, mime: string): Buffer {
  const result = bareImage(file, mime);
  if (!result.ok) throw new Error('This picture was refused.');
  return Buffer.from(result.bytes);
}

describe('a picture without anything but the picture', () => {
  it('loses texts, profiles, dates and camera data of a PNG, and still shows the same', () => {
    const dirty = ['tEXt', 'iTXt', 'zTXt', 'iCCP', 'eXIf', 'tIME', 'pHYs', 'sRGB'].reduce(
      (file, kind) => withChunk(file, chunk(kind, text('secret'))),
      png(),
    );
    const clean = bare(bytes(dirty, text('secret behind the end')), 'image/png');
    expect(streamsOf(clean)).toEqual({ parts: ['IHDR', 'IDAT', 'IEND'], trailing: 0 });
    expect(clean.includes('secret')).toBe(false);
    expect(PNG.sync.read(clean).data).toEqual(PNG.sync.read(Buffer.from(png())).data);
  });

  it('loses camera data, profiles, comments and what lies behind the end of a JPEG', () => {
    const dirty = jpeg(
      segment(0xe1, text('Exif\0\0secret')),
      segment(0xe2, text('ICC_PROFILE\0secret')),
      segment(0xed, text('Photoshop secret')),
      segment(0xfe, text('secret')),
      segment(0xdb, [0, 1, 2]),
    );
    const clean = bare(bytes([...dirty], text('secret')), 'image/jpeg');
    expect(streamsOf(clean)).toEqual({ parts: ['SOI', 'APP0 JFIF', 'DQT', 'SOS', 'EOI'], trailing: 0 });
    expect(clean.includes('secret')).toBe(false);
    expect(clean.equals(Buffer.from(jpeg(segment(0xdb, [0, 1, 2]))))).toBe(true);
  });

  it('lifts the picture out of the extended form of a WebP', () => {
    const dirty = webp(
      part('VP8X', [0x2c, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
      part('ICCP', text('secret')),
      part('VP8 ', [1, 2, 3]),
      part('EXIF', text('secret')),
      part('XMP ', text('secret')),
    );
    const clean = bare(bytes([...dirty], text('secret')), 'image/webp');
    expect(clean.equals(Buffer.from(webp(part('VP8 ', [1, 2, 3]))))).toBe(true);
    expect(streamsOf(clean)).toEqual({ parts: ['RIFF', 'VP8 '], trailing: 0 });
  });

  it('refuses what holds several pictures or breaks off', () => {
    expect(bareImage(webp(part('ANIM', [1, 2]), part('ANMF', [1, 2])), 'image/webp').ok).toBe(false);
    expect(bareImage(webp(part('ALPH', [1, 2]), part('VP8 ', [1, 2])), 'image/webp').ok).toBe(false);
    for (const [file, mime] of [
      [bytes(png()), 'image/png'],
      [jpeg(), 'image/jpeg'],
      [webp(part('VP8L', [1, 2, 3, 4])), 'image/webp'],
    ] as const) {
      expect(bareImage(file, mime).ok).toBe(true);
      for (let length = 0; length < file.length; length += 1)
        expect(bareImage(file.slice(0, length), mime).ok, `${mime} ${length}`).toBe(false);
    }
  });

  it('takes a clean picture as it is, and never throws on noise', () => {
    expect(bare(bytes(png()), 'image/png').equals(Buffer.from(png()))).toBe(true);
    const noise = fc.uint8Array({ minLength: 0, maxLength: 300 }).map((data) => Uint8Array.from(data));
    const starts = [png().slice(0, 33), [...jpeg()].slice(0, 20), [...webp(part('VP8 ', [1]))].slice(0, 12)];
    fc.assert(
      fc.property(noise, fc.constantFrom(...starts), (data, start) => {
        const file = bytes(start, [...data]);
        for (const mime of ['image/png', 'image/jpeg', 'image/webp', 'image/gif']) bareImage(file, mime);
      }),
    );
    expect(bareImage(bytes(png()), 'image/gif').ok).toBe(false);
  });
});
