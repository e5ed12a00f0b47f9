import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import type { Migration } from '../../lib/storage/migrations/registry.ts';

/** A whole database as JSON; made once per released schema and never changed afterwards. */
export type Fixture = Readonly<{ version: number; tables: Record<string, readonly unknown[]> }>;

const ARRAYS = { Int32Array, Uint8Array, Uint16Array, Float64Array } as const;

async function packed(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const bytes = new Uint8Array(await value.arrayBuffer());
    return { $: 'Blob', type: value.type, bytes: [...bytes] };
  }
  for (const name of Object.keys(ARRAYS)) {
    if (Object.prototype.toString.call(value) === `[object ${name}]`)
      return { $: name, data: Array.from(value as Int32Array) }; // as: just checked
  }
  if (Array.isArray(value)) return Promise.all(value.map(packed));
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -Infinity) ? { $: '-Infinity' } : value;
  const pairs = Object.entries(value).map(async ([key, inner]) => [key, await packed(inner)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const { $: kind, type, bytes, data } = value as Record<string, unknown>; // as: plain JSON
  if (kind === 'Blob') return new Blob([Uint8Array.from(bytes as number[])], { type: String(type) }); // as: our own fixture
  if (typeof kind === 'string') return ARRAYS[kind as keyof typeof ARRAYS].from(data as number[]); // as: our own fixture
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpacked(inner)]));
}

export async function freeze(factory: IDBFactory, name = 'casebook'): Promise<Fixture> {
  const db = await new Dexie(name, { indexedDB: factory, IDBKeyRange }).open();
  const tables: Record<string, readonly unknown[]> = {};
  for (const table of db.tables) tables[table.name] = await Promise.all((await table.toArray()).map(packed));
  const { verno: version } = db;
  db.close();
  return { version, tables };
}

/** Builds the database as that release left it: its own schema, its own rows. */
export async function thaw(
  factory: IDBFactory,
  fixture: Fixture,
  migrations: readonly Migration[],
  name = 'casebook',
): Promise<void> {
  const db = new Dexie(name, { indexedDB: factory, IDBKeyRange });
  for (const { version, define } of migrations) if (version <= fixture.version) define(db);
  await db.open();
  for (const [table, rows] of Object.entries(fixture.tables))
    await db.table(table).bulkPut(rows.map(unpacked));
  db.close();
}
