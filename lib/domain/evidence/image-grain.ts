/** How far what stands on a picture leaves traces beside itself in the picture's file, in pixels. */
export type Grain = Readonly<{
  /** Blocks that are kept as a whole, laid from the upper left corner. */
  across: number;
  down: number;
  /** So far around what was drawn, before blocks are filled up. */
  margin: number;
  /** So far around the blocks. */
  beyond: number;
}>;

/** Every pixel by itself; only smoothed edges of letters reach one further than they seem to. */
const PNG: Grain = { across: 1, down: 1, margin: 1, beyond: 0 };
/**
 * Colour at half the resolution, so that one block of it stands for 16 × 16 pixels (RFC 6386, 2 and 9.3); a decoder mixes
 * it one pixel into the next block and smooths the edges of blocks, three pixels deep (RFC 6386, 15.3).
 */
const WEBP: Grain = { across: 16, down: 16, margin: 0, beyond: 4 };
/** Colour at a quarter of the resolution, in both directions: the coarsest a JPEG can be (ITU-T T.81, B.2.2). */
const UNKNOWN: Grain = { across: 32, down: 32, margin: 1, beyond: 4 };
/** Screenshots: colour at half the resolution. Finer ones are covered as far. */
const LEAST_BLOCK = 16;

/** Of the beginning of a file; the coarsest there is where that does not tell. */
export function grainOf(bytes: Uint8Array): Grain {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return UNKNOWN;
  if (view.getUint32(0) === 0x89504e47) return PNG;
  if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return WEBP;
  return view.getUint16(0) === 0xffd8 ? (jpegGrain(bytes) ?? UNKNOWN) : UNKNOWN;
}

/**
 * A decoder sees as many blocks of brightness for one of colour as the frame says (T.81, A.2 and B.2.2), and mixes
 * colour one pixel into the next.
 */
function jpegGrain(bytes: Uint8Array): Grain | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // C0–CF without the tables C4, C8, CC (T.81, table B.1).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const parts = Array.from({ length: bytes[at + 9] ?? 0 }, (_, i) => bytes[at + 11 + i * 3] ?? 0x44);
      return {
        across: Math.max(LEAST_BLOCK, ...parts.map((part) => 8 * (part >> 4))),
        down: Math.max(LEAST_BLOCK, ...parts.map((part) => 8 * (part & 15))),
        margin: 0,
        beyond: 1,
      };
    }
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return null;
}
