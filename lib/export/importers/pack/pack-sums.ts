import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256Hex } from '../../../domain/ledger/primitives.ts';
import { BESIDE_SUMS } from '../../evidence/verify-scripts.ts';
import type { Work } from '../../source.ts';
import { utf8Of, wholeBytes } from '../checked-bytes.ts';
import { Refusal } from '../refusal.ts';
import type { OpenEntry } from '../zip-reader.ts';

type Files = ReadonlyMap<string, OpenEntry>;

/** 500,000 lines of a hash and a name. */
const SUMS_BYTES = 64 << 20;
const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]{1,200})$/;
/** What is in the further parts of a large pack. */
export const OTHER_PARTS = /^(?:screenshots|files|derived\/screenshots)\//;
const BESIDE: ReadonlySet<string> = new Set(BESIDE_SUMS);

export type Sums = Readonly<{
  bytes: Uint8Array<ArrayBuffer>;
  /** By path. */
  of: ReadonlyMap<string, Sha256Hex>;
  /** Files that it does not name: ignored, and said so. */
  unlisted: readonly string[];
}>;

export async function readSums(files: Files): Promise<Sums> {
  const file = files.get('SHA256SUMS');
  if (file === undefined) throw new Refusal('file-missing', 'SHA256SUMS');
  const bytes = await wholeBytes(file, SUMS_BYTES);
  const of = new Map<string, Sha256Hex>();
  const lines = utf8Of(bytes, file.path).split('\n');
  if (lines.pop() !== '') throw new Refusal('bad-manifest', file.path);
  for (const line of lines) {
    const [, hash = '', path = ''] = LINE.exec(line) ?? [];
    if (path === '' || of.has(path) || BESIDE.has(path)) throw new Refusal('bad-manifest', file.path);
    if (!files.has(path))
      throw new Refusal(OTHER_PARTS.test(path) ? 'pack-incomplete' : 'file-missing', path);
    of.set(path, hash);
  }
  return { bytes, of, unlisted: [...files.keys()].filter((path) => !of.has(path) && !BESIDE.has(path)) };
}

/** Reads every file that the sums name, piece by piece, and compares. Throws `Refusal` with the first that differs. */
export async function checkSums(files: Files, { of }: Sums, { signal, onProgress }: Work): Promise<void> {
  let done = 0;
  for (const [path, expected] of of) {
    signal?.throwIfAborted();
    const file = files.get(path);
    if (file === undefined) throw new Refusal('file-missing', path);
    const digest = sha256.create();
    for await (const piece of file.read()) digest.update(piece);
    if (bytesToHex(digest.digest()) !== expected) throw new Refusal('checksum', path);
    done += 1;
    onProgress?.({ done, total: of.size, what: 'entries' });
  }
}
