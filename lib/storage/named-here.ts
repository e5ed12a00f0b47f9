import type { Sha256Hex } from '../domain/ledger/primitives.ts';
import { headsOf, type Heads } from './read-entries.ts';
import type { Database } from './tables.ts';

/** So many in one transaction: one for each would take longer than all that is asked. */
const ASKED_AT_ONCE = 1000;

const isHere = (heads: Heads, [ledger, n]: readonly [string, number]): boolean =>
  n <= (heads.get(ledger) ?? 0);

/** Those of these hashes that a line names which is part of this log, not only of an import under way. */
export async function namedHere(
  { dexie, t }: Database,
  hashes: readonly Sha256Hex[],
): Promise<ReadonlySet<Sha256Hex>> {
  const named = new Set<Sha256Hex>();
  if (hashes.length === 0) return named;
  const heads = headsOf(await t.ledgers.toArray());
  // All at once first: in a log without pictures nothing has to be asked.
  if (!(await t.entries.where('picture').above('').primaryKeys()).some((key) => isHere(heads, key)))
    return named;
  for (let at = 0; at < hashes.length; at += ASKED_AT_ONCE) {
    const some = hashes.slice(at, at + ASKED_AT_ONCE);
    const keys = await dexie.transaction('r', t.entries, async () =>
      Promise.all(some.map((sha256) => t.entries.where('picture').equals(sha256).primaryKeys())),
    );
    for (const [index, sha256] of some.entries())
      if (keys[index]?.some((key) => isHere(heads, key)) === true) named.add(sha256);
  }
  return named;
}
