import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { ahead } from '../ahead.ts';
import { chunksOf, createPauses } from '../chunks.ts';
import type { PictureBytes, Work } from '../source.ts';
import { createStoredRun, type StoredFile } from '../zip/stored-run.ts';
import type { ZipFile } from '../zip/writer.ts';
import { bytesPath } from './backup-format.ts';

/** The pictures and files that a backup reads. */
export type BackupPictures = Readonly<{
  /** Sorted. */
  pictureHashes(): Promise<readonly Sha256Hex[]>;
  /**
   * What is stored, in the order asked for, without a look whether its bytes can be read; null for what is gone. Not
   * there where `pictures` has to read every byte anyway.
   */
  storedPictures?(hashes: readonly Sha256Hex[]): Promise<readonly (PictureBytes | null)[]>;
  /** In the order asked for; null for those that cannot be read. */
  pictures(hashes: readonly Sha256Hex[]): Promise<readonly (PictureBytes | null)[]>;
}>;

/** A file of the archive and what the manifest says of it. */
export type Listed = Readonly<{ path: string; bytes: number; sha256: Sha256Hex; file: ZipFile }>;

type Whole = StoredFile & Readonly<{ sha256: Sha256Hex }>;

/** Those of them that are as long as they should be. */
function wholeOf(hashes: readonly Sha256Hex[], found: readonly (PictureBytes | null)[]): Whole[] {
  return hashes.flatMap((sha256, index) => {
    const one = found[index];
    if (!one || one.blob.size !== one.bytes) return [];
    const { bytes, crc32, blob, mime } = one;
    return [{ sha256, path: bytesPath(sha256, mime), bytes, crc32, blob }];
  });
}

/** Those that can be read, as a run: looked at together, and one by one only where one of them is lost. */
async function readable(source: BackupPictures, hashes: readonly Sha256Hex[]): Promise<Listed[]> {
  const stored = await source.storedPictures?.(hashes);
  let run = stored && createStoredRun(wholeOf(hashes, stored));
  if (run === undefined || !(await run.readable()))
    run = createStoredRun(wholeOf(hashes, await source.pictures(hashes)));
  return run.files.map((file) => ({ path: file.path, bytes: file.bytes, sha256: file.sha256, file }));
}

/** Finds out which pictures can be read; tells how far it is from `tell` on, until when something else is told. */
export function lookAtPictures(
  source: BackupPictures,
  hashes: readonly Sha256Hex[],
  { signal, quiet, onProgress }: Work,
): Readonly<{ found: Promise<readonly Listed[]>; tell(): void }> {
  const pause = createPauses(quiet);
  let looked = 0;
  let telling = false;
  const told = (): void => {
    if (telling) onProgress?.({ done: looked, total: hashes.length, what: 'pictures' });
  };
  const lookAt = async (chunk: readonly Sha256Hex[]) => ({
    of: chunk.length,
    some: await readable(source, chunk),
  });
  async function look(): Promise<readonly Listed[]> {
    const listed: Listed[] = [];
    for await (const { of, some } of ahead(chunksOf(hashes), 3, lookAt)) {
      await pause();
      signal?.throwIfAborted();
      listed.push(...some);
      looked += of;
      told();
    }
    return listed;
  }
  return {
    found: look(),
    tell(): void {
      telling = true;
      told();
    },
  };
}
