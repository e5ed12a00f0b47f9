import type { Table } from 'dexie';
import type { Database } from './tables.ts';

/** So many in one transaction: one for each would take longer than all that is asked. */
const AT_ONCE = 1000;

/** What `ask` says of each key, in their order. */
export async function askMany<Row, Key, Asked, T>(
  { dexie }: Database,
  table: Table<Row, Key>,
  keys: readonly Asked[],
  ask: (key: Asked) => PromiseLike<T>,
): Promise<T[]> {
  const said: T[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE);
    said.push(...(await dexie.transaction('r', table, async () => Promise.all(some.map(ask)))));
  }
  return said;
}
