import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { codeOf } from './failure.ts';
import type { PictureMeta, StoredBlob } from './types/picture.ts';
import type { StorageCode } from './types/storage-failure.ts';
import type { Database } from './tables.ts';

/**
 * One picture. Browsers keep the bytes in files of their own, which disk cleaners delete: the row is then still
 * there and only reading fails, so a byte is read before the picture is promised.
 */
export async function readPicture(
  { t }: Database,
  sha256: Sha256Hex,
): Promise<StoredBlob | Readonly<{ missing: true }>> {
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

/** What a lost or damaged file throws; anything else concerns the whole database. */
const ONE_FILE: ReadonlySet<StorageCode> = new Set(['damaged', 'unavailable', 'aborted']);

async function orNull<T>(reading: PromiseLike<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && ONE_FILE.has(code)) return null;
    throw error;
  }
}

async function firstByte(stored: StoredBlob | null): Promise<StoredBlob | null> {
  if (stored === null) return null;
  return (await orNull(stored.blob.slice(0, 1).arrayBuffer())) === null ? null : stored;
}

/**
 * A byte of each of them, in one reading. Cutting a Blob is a trip to another process, so each cut is where two of them
 * meet, and takes the last byte of one with the first of the next.
 */
async function allReadable(stored: readonly StoredBlob[]): Promise<boolean> {
  const blobs = stored.map(({ blob }) => blob).filter(({ size }) => size > 0);
  const all = new Blob(blobs);
  const cuts: Blob[] = [];
  let end = 0;
  blobs.forEach(({ size }, index) => {
    end += size;
    const last = index === blobs.length - 1;
    if (index % 2 === 0) cuts.push(all.slice(end - 1, last ? end : end + 1));
  });
  const bytes = await orNull(new Blob(cuts).arrayBuffer());
  return bytes?.byteLength === blobs.length;
}

/**
 * Neighbours in the order of the table are asked for as one stretch, which spares both sides a message for each; by
 * themselves only those that it did not reach, because others lie between them.
 */
async function rowsTogether(
  { t }: Database,
  hashes: readonly Sha256Hex[],
): Promise<(StoredBlob | undefined)[]> {
  const [first, last] = [hashes[0], hashes.at(-1)];
  const inOrder = hashes.every((sha256, index) => index === 0 || (hashes[index - 1] ?? '') < sha256);
  if (first === undefined || last === undefined || !inOrder) return t.blobs.bulkGet([...hashes]);
  const stretch = t.blobs.where('sha256').between(first, last, true, true);
  const reached = new Map((await stretch.limit(hashes.length).toArray()).map((row) => [row.sha256, row]));
  const others = hashes.filter((sha256) => !reached.has(sha256));
  const rest = others.length === 0 ? [] : await t.blobs.bulkGet(others);
  others.forEach((sha256, index) => {
    const row = rest[index];
    if (row !== undefined) reached.set(sha256, row);
  });
  return hashes.map((sha256) => reached.get(sha256));
}

/** The rows of many, whether or not their bytes can be read. Together first; one by one only when one is damaged. */
export async function storedPictures(
  db: Database,
  hashes: readonly Sha256Hex[],
): Promise<(StoredBlob | null)[]> {
  const together = await orNull(rowsTogether(db, hashes));
  const rows =
    together ?? (await Promise.all(hashes.map((sha256) => orNull(Promise.resolve(db.t.blobs.get(sha256))))));
  return rows.map((row) => row ?? null);
}

/** As `readPicture`, for many. Together first, because that is fast; one by one only when one of them is lost. */
export async function readPictures(
  db: Database,
  hashes: readonly Sha256Hex[],
): Promise<(StoredBlob | null)[]> {
  const stored = await storedPictures(db, hashes);
  if (await allReadable(stored.filter((row) => row !== null))) return stored;
  return Promise.all(stored.map(firstByte));
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
