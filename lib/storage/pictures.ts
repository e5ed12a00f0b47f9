import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import type { PictureMeta, StoredPicture } from './store-types.ts';
import type { Database } from './tables.ts';

/**
 * One picture. Browsers keep the bytes in files of their own, which disk cleaners delete: the row is then still
 * there and only reading fails, so a byte is read before the picture is promised.
 */
export async function readPicture(
  { t }: Database,
  sha256: Sha256Hex,
): Promise<StoredPicture | Readonly<{ missing: true }>> {
  try {
    const stored = await t.blobs.get(sha256);
    if (stored === undefined) return { missing: true };
    await stored.blob.slice(0, 1).arrayBuffer();
    return stored;
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotFoundError' || error.name === 'NotReadableError')) {
      return { missing: true };
    }
    throw error;
  }
}

/** One by one: a damaged row must not cost the others. */
export async function readPictureMeta(
  { t }: Database,
  hashes: readonly Sha256Hex[],
): Promise<(PictureMeta | null)[]> {
  const found: (PictureMeta | null)[] = [];
  for (const sha256 of hashes) {
    const stored = await t.blobs.get(sha256).catch(() => undefined);
    if (stored === undefined) {
      found.push(null);
    } else {
      const { blob: _blob, ...meta } = stored;
      found.push(meta);
    }
  }
  return found;
}

/** Deletes those of these pictures that no entry names any more; inside the caller's transaction. */
export async function dropUnused({ t }: Database, hashes: readonly Sha256Hex[]): Promise<number> {
  let dropped = 0;
  for (const sha256 of new Set(hashes)) {
    if ((await t.entries.where('picture').equals(sha256).count()) > 0) continue;
    await t.blobs.delete(sha256);
    dropped += 1;
  }
  return dropped;
}
