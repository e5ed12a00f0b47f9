import { constants, deflateRawSync } from 'node:zlib';
import { crc32 } from '../../lib/domain/evidence/crc32.ts';
import { sha256Hex } from '../../lib/domain/ledger/chain.ts';
import type { StoredPicture } from '../../lib/storage/types/picture.ts';
import { joinBytes, pngChunk } from './files.ts';

/** The widest and highest that a PNG of 16 bits says, as attackers write it. */
export const BOMB_SIDE = 65_535;
/** One bit for each pixel, and a filter byte in each row. */
const PIXEL_BYTES = BOMB_SIDE * (1 + Math.ceil(BOMB_SIDE / 8));
const PIECE = 1 << 20;

const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** Black. A whole picture that every decoder would accept: 0.5 MB of file, 537 MB of bits, 17 GB of pixels. */
export function realPngBomb(): Uint8Array<ArrayBuffer> {
  // Each piece ends with a full flush, so that it can stand there any number of times.
  const packed = (bytes: number) =>
    deflateRawSync(new Uint8Array(bytes), { finishFlush: constants.Z_FULL_FLUSH });
  const piece = packed(PIECE);
  const whole = Array.from({ length: Math.floor(PIXEL_BYTES / PIECE) }, () => piece);
  // Adler-32 of zeros: the first half is how many there are, the second stays 1.
  const adler = u32((((PIXEL_BYTES % 65_521) << 16) | 1) >>> 0);
  const data = joinBytes([0x78, 0x01], ...whole, packed(PIXEL_BYTES % PIECE), [3, 0], adler);
  return joinBytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', joinBytes(u32(BOMB_SIDE), u32(BOMB_SIDE), [1, 0, 0, 0, 0])),
    pngChunk('IDAT', data),
    pngChunk('IEND', ''),
  );
}

/** As a liar records it: an entry says that it is an ordinary picture. */
export function bombPicture(): StoredPicture {
  const bytes = realPngBomb();
  const facts = { sha256: sha256Hex(bytes), crc32: crc32(bytes), bytes: bytes.length };
  const blob = new Blob([bytes], { type: 'image/png' });
  return { ...facts, mime: 'image/png', width: 800, height: 600, blob };
}
