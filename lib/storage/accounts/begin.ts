import { digestOf } from '../../domain/accountability/concerned.ts';
import { readTotals } from '../counters.ts';
import { newUuid, type Machine } from '../ledger-writer.ts';
import type { Database, GenTables } from '../tables.ts';
import { readMarker } from './change-rows.ts';
import { EDITION } from './make-row.ts';
import type { AccountTables, Marker } from './tables.ts';
import type { FollowOptions } from './work.ts';

/** How far the accounts are; of another edition, or where there is none, they begin anew. */
export async function begun(
  db: Database,
  gen: GenTables,
  tables: AccountTables,
  machine: Machine,
  options: FollowOptions,
) {
  const known = await readMarker(tables);
  if (known?.edition === EDITION) return known;
  const [ledgers, totals] = await Promise.all([db.t.ledgers.toArray(), readTotals(gen)]);
  const marker: Marker = {
    key: 'marker',
    token: newUuid(machine),
    edition: EDITION,
    filled: totals.nextRow - 1 > 0 ? totals.nextRow - 1 : null,
    // Read before the first issue: what is written meanwhile is followed afterwards.
    heads: Object.fromEntries(ledgers.map(({ ledger, n }) => [ledger, n])),
    digest: digestOf(options.directory),
    change: 0,
    again: [],
  };
  await db.dexie.transaction('rw', [tables.rows, tables.notes], async () => {
    await Promise.all([tables.rows.clear(), tables.notes.clear()]);
    await tables.notes.put(marker);
  });
  return marker;
}
