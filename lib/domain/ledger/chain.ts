import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sha256Hex } from './primitives.ts';

/** What the first entry of every ledger is linked to. */
export const GENESIS_LINK: Sha256Hex = '0'.repeat(64);

export type ChainLine = Readonly<{ n: number; sha256: Sha256Hex; link: Sha256Hex }>;
export type ChainVerdict =
  Readonly<{ ok: true; head: Sha256Hex; length: number }> | Readonly<{ ok: false; brokenAt: number }>;

/** Synchronous on purpose: awaiting WebCrypto inside an IndexedDB transaction ends the transaction in Firefox. */
export function sha256Hex(data: Uint8Array | string): Sha256Hex {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** `sha256(previous link + " " + n + " " + entry hash + "\n")`, so that `sha256sum` can follow the chain. */
export function nextLink(previousLink: Sha256Hex, n: number, entrySha256: Sha256Hex): Sha256Hex {
  return sha256Hex(`${previousLink} ${n} ${entrySha256}\n`);
}

/** Follows a whole ledger from its first entry; `brokenAt` is the first number that does not fit. */
export function verifyChain(lines: Iterable<ChainLine>): ChainVerdict {
  let head = GENESIS_LINK;
  let length = 0;
  for (const line of lines) {
    const expected = length + 1;
    if (line.n !== expected) return { ok: false, brokenAt: expected };
    const link = nextLink(head, line.n, line.sha256);
    if (link !== line.link) return { ok: false, brokenAt: expected };
    head = link;
    length = expected;
  }
  return { ok: true, head, length };
}
