import type { Entry } from '../../domain/ledger/entry.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { LineMark } from '../ledger-writer.ts';
import type { Damage } from '../quarantine.ts';
import { headsOf, parseRows, visible } from '../read-entries.ts';
import type { Database, EntryRow } from '../tables.ts';

/** Entries read before, by the hash of their text: these lines are read again after every append. */
export type MarkedCache = Map<Sha256Hex, Entry>;

/** The readable entries with a mark, in order of ledger and number. */
export async function readMarked(
  { dexie, t }: Database,
  mark: LineMark,
  cache: MarkedCache,
  damaged: (damage: Damage) => void,
): Promise<Entry[]> {
  const [ledgers, stored] = await dexie.transaction('r', [t.ledgers, t.entries], async () =>
    Promise.all([t.ledgers.toArray(), t.entries.where('mark').equals(mark).toArray()]),
  );
  const rows = visible(stored, headsOf(ledgers)).filter(({ json }) => json !== null);
  const known = new Map<EntryRow, Entry>();
  for (const row of rows) {
    const entry = cache.get(row.sha256);
    if (entry !== undefined) known.set(row, entry);
  }
  const { entries } = parseRows(rows, damaged, known);
  const hashes = new Map(rows.map(({ ledger, n, sha256 }) => [`${ledger} ${n}`, sha256]));
  for (const entry of entries) {
    const hash = hashes.get(`${entry.ledger} ${entry.n}`);
    if (hash !== undefined) cache.set(hash, entry);
  }
  return entries.toSorted((a, b) => (a.ledger < b.ledger ? -1 : a.ledger > b.ledger ? 1 : a.n - b.n));
}
