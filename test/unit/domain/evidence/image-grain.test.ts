import { describe, expect, it } from 'vitest';
import { grainOf } from '../../../../lib/domain/evidence/image-grain.ts';
import { flatJpeg } from '../../../support/lab/flat-jpeg.ts';

const jpeg = (across: number, down: number): Uint8Array =>
  flatJpeg({ width: 64, height: 64, across, down }, () => ({ y: 128, cb: 128, cr: 128 }));
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('how far what stands on a picture reaches in its file', () => {
  it.each([
    ['4:4:4', 1, 1, 16, 16],
    ['4:2:2', 2, 1, 16, 16],
    ['4:2:0', 2, 2, 16, 16],
    ['4:1:1', 4, 1, 32, 16],
    ['4:1:0', 4, 2, 32, 16],
    ['the coarsest', 4, 4, 32, 32],
  ])('is a block of colour of a JPEG and a pixel more: %s', (_, across, down, wide, tall) => {
    expect(grainOf(jpeg(across, down))).toEqual({ across: wide, down: tall, margin: 0, beyond: 1 });
  });

  it('is found behind fill bytes and tables', () => {
    const file = jpeg(4, 1);
    const filled = new Uint8Array([...file.slice(0, 2), 0xff, 0xff, ...file.slice(2)]);
    expect(grainOf(filled)).toEqual(grainOf(file));
  });

  it('is a pixel in a PNG, and blocks with smoothed edges in a WebP', () => {
    const png = grainOf(latin('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'));
    expect(png).toEqual({ across: 1, down: 1, margin: 1, beyond: 0 });
    const webp = grainOf(latin('RIFF\0\0\0\0WEBPVP8 \0\0\0\0'));
    expect(webp).toEqual({ across: 16, down: 16, margin: 0, beyond: 4 });
  });

  it('is as far as it can be where the file does not tell', () => {
    const cut = jpeg(1, 1).slice(0, 40);
    for (const file of [
      cut,
      new Uint8Array(),
      latin('GIF89a and more of it'),
      new Uint8Array([0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ])
      expect(grainOf(file)).toEqual({ across: 32, down: 32, margin: 1, beyond: 4 });
  });
});
