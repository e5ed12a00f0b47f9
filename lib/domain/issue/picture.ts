import { z } from '../z.ts';
import { count, sha256Hex } from '../ledger/primitives.ts';
import { reasonCode } from '../evidence/reason.ts';

/** A screenshot as captured: stored once, never re-encoded afterwards. Sizes in bitmap pixels. */
export const presentPicture = z.strictObject({
  state: z.literal('present'),
  sha256: sha256Hex,
  /** CRC-32 (IEEE) of the bytes, so that an export can compose a zip without reading them again. */
  crc32: count,
  bytes: count,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  width: count,
  height: count,
  /** Bitmap pixels per CSS pixel × 100, from bitmap.width / innerWidth; absent where the page could not be measured. */
  scalePercent: z.optional(count),
  /** Size before a very large picture was scaled down. */
  original: z.optional(z.strictObject({ width: count, height: count })),
});
export type PresentPicture = z.infer<typeof presentPicture>;

export const missingPicture = z.strictObject({ state: z.literal('missing'), reason: reasonCode });

export const picture = z.discriminatedUnion('state', [presentPicture, missingPicture]);
export type Picture = z.infer<typeof picture>;
