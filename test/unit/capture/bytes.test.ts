import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { byAtob, bytesToDataUrl, dataUrlToBytes } from '../../../lib/capture/data-url.ts';
import { pictureSize } from '../../../lib/capture/picture-size.ts';
import {
  MAX_PIXELS,
  preparePicture,
  shrinkPicture,
  thumbnail,
  withScale,
} from '../../../lib/capture/picture.ts';
import type { Painter } from '../../../lib/capture/picture.ts';
import { crc32 } from '../../../lib/domain/evidence/crc32.ts';

function jpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from(start.concat(size, 1, 1, 0x11, 0, 0xff, 0xd9));
}
function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
function painter() {
  const encoded: { width: number; height: number; quality: number }[] = [];
  const fake: Painter = {
    decode: async () => ({ width: 8000, height: 6000, close: () => undefined }),
    encode: async (_bitmap, size, _mime, quality) => {
      encoded.push({ ...size, quality });
      return jpeg(size.width, size.height);
    },
  };
  return { fake, encoded };
}

describe('CRC-32', () => {
  it('is the one that zip uses, whatever the bytes and wherever they start', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(8), (bytes, skip) => {
        const part = bytes.subarray(skip);
        expect(crc32(part)).toBe(reference(part));
      }),
    );
  });

  it('can be continued', () => {
    const bytes = new TextEncoder().encode('The quick brown fox jumps over the lazy dog');
    expect(crc32(bytes)).toBe(0x414fa339);
    expect(crc32(bytes.subarray(11), crc32(bytes.subarray(0, 11)))).toBe(0x414fa339);
  });
});

describe('a data address', () => {
  it('gives its bytes back, with and without the new browser function', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const url = bytesToDataUrl(bytes, 'image/jpeg');
        expect(dataUrlToBytes(url)).toEqual(bytes);
        expect(byAtob(url.slice(url.indexOf(',') + 1))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', 'data:', 'data:image/jpeg,abc', 'https://a.example/', 'data:image/jpeg;base64,%%%'])(
    'that is none gives nothing: %s',
    (url) => {
      expect(dataUrlToBytes(url)).toBeNull();
    },
  );
});

describe('the size of a picture', () => {
  it('is read from its header', () => {
    expect(pictureSize(jpeg(1280, 720))).toEqual({ width: 1280, height: 720 });
    expect(pictureSize(png(3840, 2160))).toEqual({ width: 3840, height: 2160 });
  });

  it('is not guessed from anything else, however it is cut', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void pictureSize(bytes)));
    for (let end = 0; end < 17; end += 1) expect(pictureSize(jpeg(9, 9).subarray(0, end))).toBeNull();
    expect(pictureSize(new TextEncoder().encode('<html>'))).toBeNull();
  });
});

describe('a picture to be stored', () => {
  it('keeps its bytes as they came, with both sums', async () => {
    const bytes = jpeg(1280, 720);
    const ready = await preparePicture({ bytes, mime: 'image/jpeg' });
    expect(ready?.facts).toMatchObject({
      width: 1280,
      height: 720,
      bytes: bytes.length,
      crc32: reference(bytes),
    });
    expect(ready?.facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(ready?.facts.original).toBeUndefined();
    expect(new Uint8Array((await ready?.blob.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
  });

  it('is scaled down beyond 25 megapixels, its first size stated', async () => {
    const { fake } = painter();
    const ready = await preparePicture({ bytes: png(8000, 6000), mime: 'image/png' }, fake);
    expect(ready?.facts).toMatchObject({ mime: 'image/jpeg', original: { width: 8000, height: 6000 } });
    expect((ready?.facts.width ?? 0) * (ready?.facts.height ?? 0)).toBeLessThanOrEqual(MAX_PIXELS * 1.001);
  });

  it('tells pixels per CSS pixel of the picture as taken', async () => {
    const { fake } = painter();
    const ready = await preparePicture({ bytes: png(8000, 6000), mime: 'image/png' }, fake);
    if (!ready) throw new Error('No picture.');
    expect(withScale(ready, 4000).facts.scalePercent).toBe(200);
    expect(withScale(ready, undefined).facts.scalePercent).toBeUndefined();
  });

  it('that cannot be decoded is none', async () => {
    expect(await preparePicture({ bytes: new Uint8Array(9), mime: 'image/png' })).toBeNull();
    const broken: Painter = {
      decode: vi.fn<Painter['decode']>().mockRejectedValue(new Error('No.')),
      encode: painter().fake.encode,
    };
    expect(await preparePicture({ bytes: png(9000, 9000), mime: 'image/png' }, broken)).toBeNull();
    expect(await thumbnail(new Blob([]), broken)).toBe('');
  });

  it('gets smaller for a disk that is nearly full', async () => {
    const { fake, encoded } = painter();
    const ready = await preparePicture({ bytes: jpeg(2560, 1440), mime: 'image/jpeg' });
    if (!ready) throw new Error('No picture.');
    const small = await shrinkPicture(ready, fake);
    expect(small?.facts).toMatchObject({ width: 1280, height: 720, original: { width: 2560, height: 1440 } });
    expect(encoded[0]?.quality).toBeLessThan(0.6);
  });
});
