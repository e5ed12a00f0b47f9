import { GENESIS_LINK, nextLink, sha256Hex } from '../../domain/ledger/chain.ts';
import { parseEntryText } from '../../domain/ledger/complete-entry.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { StoredLine } from '../backup/write-backup.ts';
import { createPauses } from '../chunks.ts';
import { createTextParts } from '../parts/text-parts.ts';
import type { FilePart } from '../parts/text-parts.ts';
import type { Work } from '../source.ts';
import type { EarlierExport, PackSource } from './pack-source.ts';

type Ledger = Awaited<ReturnType<PackSource['ledgers']>>[number];

/** What is about the ledger itself, and says nothing of anybody: always part of a pack. */
const OF_THE_LEDGER: ReadonlySet<Entry['kind']> = new Set([
  'ledger.started',
  'clock.jumped',
  'store.damaged',
]);
/** Lines that may be of such a kind, or note an export: only those are parsed. */
const MAYBE = /"kind":"(?:ledger\.started|clock\.jumped|store\.damaged|pack\.exported)"/;
const PAGE = 1000;

/** Raised when the stored log does not hold together: such a pack would prove nothing. */
export class BrokenLog extends Error {}

/** What the text of an entry says of its ledger. Never by the text alone: whatever is in a body could look like it. */
function ownWord(json: string): Entry | null {
  const parsed = MAYBE.test(json) ? parseEntryText(json) : null;
  return parsed?.ok === true ? parsed.entry : null;
}

export function isOfTheLedger(json: string): boolean {
  const entry = ownWord(json);
  return entry !== null && OF_THE_LEDGER.has(entry.kind);
}

/** The own end that the entry of an earlier export names, if it is the one right before it. */
function earlierOf(json: string, before: Sha256Hex, n: number): EarlierExport | null {
  const entry = ownWord(json);
  if (entry?.kind !== 'pack.exported' || entry.body.head !== before) return null;
  return { n: n - 1, link: before };
}

/**
 * Reads a ledger from its first entry to where it stood when the export began, checks every hash and link on the way,
 * and writes `n hash link` for each entry, also for those that stay behind.
 */
export async function passChain(
  source: PackSource,
  of: Ledger,
  onLine: (line: StoredLine) => void,
  { signal, onProgress, quiet }: Work,
): Promise<Readonly<{ file: FilePart; previousExport: EarlierExport | null }>> {
  const parts = createTextParts(true);
  const pause = createPauses(quiet);
  let link = GENESIS_LINK;
  let earlier: EarlierExport | null = null;
  for (let next = 1; next <= of.n;) {
    signal?.throwIfAborted();
    const lines = await source.lines(of.ledger, next, Math.min(PAGE, of.n - next + 1));
    if (lines.length === 0) throw new BrokenLog(`${of.ledger} ends before ${next}`);
    for (const line of lines) {
      await pause();
      const json = 'json' in line ? line.json : null;
      const hashed = json === null ? line.sha256 : sha256Hex(json);
      const linked = nextLink(link, line.n, line.sha256);
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
