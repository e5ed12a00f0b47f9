import { utf8ToBytes } from '@noble/hashes/utils.js';
import { crc32 } from '../../domain/evidence/crc32.ts';
import { sha256Hex } from '../../domain/ledger/chain.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { createZipRuns } from '../zip/run.ts';
import type { ZipFile } from '../zip/writer.ts';

/** A file of a pack and what SHA256SUMS says of it. */
export type PackFile = ZipFile & Readonly<{ sha256: Sha256Hex }>;

/** Tens of thousands of files of a few KB, which leave our own memory a MB at a time. */
export function createSmallFiles(): Readonly<{
  /** @param sha256 of the text, where it was computed already */
  add(path: string, text: string, sha256?: Sha256Hex): void;
  addBytes(path: string, bytes: Uint8Array): void;
  end(): PackFile[];
}> {
  const runs = createZipRuns<Readonly<{ sha256: Sha256Hex }>>();
  const addBytes = (path: string, bytes: Uint8Array, sha256 = sha256Hex(bytes)): void =>
    runs.add(path, bytes, crc32(bytes), { sha256 });
  return {
    add: (path, text, sha256) => addBytes(path, utf8ToBytes(text), sha256),
    addBytes: (path, bytes) => addBytes(path, bytes),
    end: runs.end,
  };
}
