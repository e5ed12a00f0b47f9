import { utf8ToBytes } from '@noble/hashes/utils.js';
import { crc32 } from '../../domain/evidence/crc32.ts';
import { sha256Hex } from '../../domain/ledger/chain.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ZipFile } from '../zip/writer.ts';

/** A file of a pack and what SHA256SUMS says of it. */
export type PackFile = ZipFile & Readonly<{ sha256: Sha256Hex }>;

const FILL = 1 << 20;

/**
 * Tens of thousands of files of a few KB, kept as slices of Blobs of about a MB: making a Blob for each would be a trip
 * to another process for each.
 */
export function createSmallFiles(): Readonly<{
  add(path: string, text: string): void;
  addBytes(path: string, bytes: Uint8Array): void;
  end(): PackFile[];
}> {
  type Waiting = Omit<PackFile, 'parts'> & Readonly<{ at: number }>;
  const files: PackFile[] = [];
  let waiting: Waiting[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let filled = 0;
  function flush(): void {
    const blob = new Blob(pieces);
    for (const { at, ...file } of waiting) files.push({ ...file, parts: [blob.slice(at, at + file.bytes)] });
    waiting = [];
    pieces = [];
    filled = 0;
  }
  function addBytes(path: string, given: Uint8Array): void {
    const bytes = new Uint8Array(given);
    waiting.push({ path, bytes: bytes.length, crc32: crc32(bytes, 0), sha256: sha256Hex(bytes), at: filled });
    pieces.push(bytes);
    filled += bytes.length;
    if (filled >= FILL) flush();
  }
  return {
    add: (path, text) => addBytes(path, utf8ToBytes(text)),
    addBytes,
    end() {
      flush();
      return files;
    },
  };
}
