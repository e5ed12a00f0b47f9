import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { StoredLine } from '../backup/write-backup.ts';
import { createTextParts } from '../parts/text-parts.ts';
import type { FilePart } from '../parts/text-parts.ts';
import type { Work } from '../source.ts';
import type { EarlierExport, PackSource } from './pack-source.ts';

type Ledger = Awaited<ReturnType<PackSource['ledgers']>>[number];
export type ReadLine = StoredLine & Readonly<{ json?: string }>;

/** What is about the ledger itself, and says nothing of anybody: always part of a pack. */
const OF_THE_LEDGER = /"kind":"(?:ledger\.started|clock\.jumped|store\.damaged)"/;
const EXPORTED = /"kind":"pack\.exported"/;
const PAGE = 1000;

/** Raised when the stored log does not hold together: such a pack would prove nothing. */
export class BrokenLog extends Error {}

export const isOfTheLedger = (json: string): boolean => OF_THE_LEDGER.test(json);

/** The own end that the entry of an earlier export names, if it is the one right before it. */
function earlierOf(json: string, before: Sha256Hex, n: number): EarlierExport | null {
  if (!EXPORTED.test(json)) return null;
  const named = /"head":"([0-9a-f]{64})"/.exec(json)?.[1];
  return named === before ? { n: n - 1, link: before } : null;
}

/**
 * Reads a ledger from its first entry to where it stood when the export began, checks every hash and link on the way,
 * and writes `n hash link` for each entry, also for those that stay behind.
 */
export async function passChain(
  source: PackSource,
  of: Ledger,
  onLine: (line: ReadLine) => void,
  { signal, onProgress }: Work,
): Promise<Readonly<{ file: FilePart; previousExport: EarlierExport | null }>> {
  const parts = createTextParts(true);
  let link: Sha256Hex = '0'.repeat(64);
  let earlier: EarlierExport | null = null;
  for (let next = 1; next <= of.n;) {
    signal?.throwIfAborted();
    const lines = await source.lines(of.ledger, next, Math.min(PAGE, of.n - next + 1));
    if (lines.length === 0) throw new BrokenLog(`${of.ledger} ends before ${next}`);
    for (const line of lines) {
      const json = 'json' in line ? line.json : null;
      const hashed = json === null ? line.sha256 : bytesToHex(sha256(utf8ToBytes(json)));
      const linked = bytesToHex(sha256(utf8ToBytes(`${link} ${line.n} ${line.sha256}\n`)));
      if (line.n !== next || hashed !== line.sha256 || linked !== line.link)
        throw new BrokenLog(`${of.ledger} ${next}`);
      if (json !== null) earlier = earlierOf(json, link, next) ?? earlier;
      link = line.link;
      parts.write(`${line.n} ${line.sha256} ${line.link}\n`);
      onLine(line);
      next += 1;
    }
    onProgress?.({ done: next - 1, total: of.n, what: 'entries' });
  }
  if (link !== of.link) throw new BrokenLog(`${of.ledger} ${of.n}`);
  return { file: parts.end(), previousExport: earlier };
}
