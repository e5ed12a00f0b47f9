import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { crc32 } from '../../domain/evidence/crc32.ts';

/** A finished file, as parts of a Blob that have left our own memory. */
export type FilePart = Readonly<{
  parts: readonly Blob[];
  bytes: number;
  crc32: number;
  sha256: Sha256Hex | null;
}>;

/** Text is written here piece by piece. */
export type TextOut = Readonly<{ write(text: string): void }>;
export type TextParts = TextOut & Readonly<{ end(): FilePart }>;

/** Making a Blob costs a trip to another process: few large ones. */
const BUFFER = 1 << 20;

/**
 * Collects text as UTF-8 and hands it to the browser as Blobs of a MB each, so that what we hold stays small however
 * large the file grows. Every text is encoded at once: kept as strings, the pieces of pieces would fill the heap.
 * Lone surrogates become U+FFFD.
 * @param size of what is handed over at once; less for many small files
 * @param hash also keep the SHA-256 (costs time; only files that stand in SHA256SUMS need it)
 */
export function createTextParts(hash: boolean, size = BUFFER): TextParts {
  const encoder = new TextEncoder();
  const digest = hash ? sha256.create() : null;
  const buffer = new Uint8Array(size);
  const parts: Blob[] = [];
  let filled = 0;
  let bytes = 0;
  let crc = 0;

  function flush(): void {
    if (filled === 0) return;
    const encoded = buffer.subarray(0, filled);
    bytes += filled;
    crc = crc32(encoded, crc);
    digest?.update(encoded);
    parts.push(new Blob([encoded])); // copies
    filled = 0;
  }

  return {
    write(text) {
      let rest = text;
      for (;;) {
        const { read, written } = encoder.encodeInto(rest, buffer.subarray(filled));
        filled += written;
        if (read >= rest.length) return;
        flush();
        rest = rest.slice(read);
      }
    },
    end() {
      flush();
      return { parts, bytes, crc32: crc, sha256: digest ? bytesToHex(digest.digest()) : null };
    },
  };
}
