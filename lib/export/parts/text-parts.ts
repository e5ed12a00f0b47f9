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

const FLUSH_AT = 1 << 18;

/**
 * Collects text as UTF-8 and hands it to the browser as Blobs of a quarter MB, so that what we hold stays small
 * however large the file grows. Lone surrogates become U+FFFD.
 * @param hash also keep the SHA-256 (costs time; only files that stand in SHA256SUMS need it)
 */
export function createTextParts(hash: boolean): TextParts {
  const encoder = new TextEncoder();
  const digest = hash ? sha256.create() : null;
  const parts: Blob[] = [];
  let pending: string[] = [];
  let pendingLength = 0;
  let bytes = 0;
  let crc = 0;

  function flush(): void {
    if (pendingLength === 0) return;
    const encoded = encoder.encode(pending.join(''));
    pending = [];
    pendingLength = 0;
    bytes += encoded.length;
    crc = crc32(encoded, crc);
    digest?.update(encoded);
    parts.push(new Blob([encoded]));
  }

  return {
    write(text) {
      pending.push(text);
      pendingLength += text.length;
      if (pendingLength >= FLUSH_AT) flush();
    },
    end() {
      flush();
      return { parts, bytes, crc32: crc, sha256: digest ? bytesToHex(digest.digest()) : null };
    },
  };
}
