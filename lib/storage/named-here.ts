import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { askMany } from './ask-many.ts';
import { headsOf, type Heads } from './read-entries.ts';
import type { Database } from './tables.ts';

const isHere = (heads: Heads, [ledger, n]: readonly [string, number]): boolean =>
  n <= (heads.get(ledger) ?? 0);

/** Those of these hashes that a line names which is part of this log, not only of an import under way. */
export async function namedHere(db: Database, hashes: readonly Sha256Hex[]): Promise<ReadonlySet<Sha256Hex>> {
  const { t } = db;
  const named = new Set<Sha256Hex>();
  if (hashes.length === 0) return named;
  const heads = headsOf(await t.ledgers.toArray());
  // All at once first: in a log without pictures nothing has to be asked.
  if (!(await t.entries.where('picture').above('').primaryKeys()).some((key) => isHere(heads, key)))
    return named;
  const keys = await askMany(db, t.entries, hashes, (sha256) =>
    t.entries.where('picture').equals(sha256).primaryKeys(),
  );
  hashes.forEach((sha256, index) => {
    if (keys[index]?.some((key) => isHere(heads, key)) === true) named.add(sha256);
  });
  return named;
}
