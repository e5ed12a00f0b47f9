import { deflateSync } from 'node:zlib';
import { crc32 } from '../../lib/domain/evidence/crc32.ts';

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(new Uint8Array(body)));
  return Buffer.concat([length, body, sum]);
}

/** A picture as a page looks from afar: a head, lines of grey on white, a frame. PNG, sizes in pixels. */
export function drawnPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const framed = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
      const lined = y % 40 > 22 && x > 60 && x < 60 + ((y * 7) % (width - 120));
      rows[y * (width + 1) + 1 + x] = framed ? 0x30 : y < 60 ? 0x60 : lined ? 0xa0 : 0xff;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8; // bits; then grey, and nothing interlaced
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}
