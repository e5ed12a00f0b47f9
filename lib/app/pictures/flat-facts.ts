import { crc32 } from '../../domain/evidence/crc32.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';
import type { FlatPicture } from './flatten.ts';

export type FlatFacts = Readonly<
  Pick<PresentPicture, 'sha256' | 'crc32' | 'bytes' | 'mime' | 'width' | 'height'>
>;

/** What is known of a flattened picture's file; it is another file than the original's. */
export async function flatFacts({ blob, mime, width, height }: FlatPicture): Promise<FlatFacts> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { sha256, crc32: crc32(bytes), bytes: bytes.length, mime, width, height };
}
