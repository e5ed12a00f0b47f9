import { GENESIS_LINK, nextLink, sha256Hex } from '../domain/ledger/chain.ts';
import { throwIfAborted } from './failure.ts';
import { readEntries } from './queries/issues.ts';
import type { Verification } from './types/ledger.ts';
import type { ProgressOptions } from './types/progress.ts';
import type { Database, LedgerRow } from './tables.ts';
import { ledgerHead } from './ledger-heads.ts';

const PAGE = 1000;

/** Follows every ledger from its first entry: numbers, hashes of the readable entries, links, heads. */
export async function verifyAll(
  db: Database,
  { signal, onProgress }: ProgressOptions,
): Promise<Verification> {
  const ledgers = await db.t.ledgers.toArray();
  const total = ledgers.reduce((sum, { n }) => sum + n, 0);
  let entries = 0;
  for (const row of ledgers) {
    const broken = await firstBreak(db, row, (done) => {
      throwIfAborted(signal);
      onProgress?.(entries + done, total);
    });
    if (broken !== null) return { ok: false, ledger: row.ledger, brokenAt: broken };
    entries += row.n;
  }
  return { ok: true, entries, heads: ledgers.map(ledgerHead) };
}

async function firstBreak(
  db: Database,
  head: LedgerRow,
  onPage: (done: number) => void,
): Promise<number | null> {
  let link = GENESIS_LINK;
  let n = 0;
  while (n < head.n) {
    onPage(n);
    const lines = await readEntries(db, head.ledger, n + 1, PAGE);
    for (const line of lines) {
      n += 1;
      if (line.n !== n) return n;
      if (line.json !== null && sha256Hex(line.json) !== line.sha256) return n;
      link = nextLink(link, n, line.sha256);
      if (link !== line.link) return n;
    }
    if (lines.length === 0) return n + 1;
  }
  return link === head.link ? null : head.n;
}
