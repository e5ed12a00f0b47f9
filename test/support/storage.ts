// First: Dexie looks for a global IndexedDB when it is loaded, and live queries do nothing without one.
import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createStore } from '../../lib/storage/store.ts';
import type { Migration } from '../../lib/storage/migrations/registry.ts';
import type { Sentinel, StoreOptions } from '../../lib/storage/store-options.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { seededBytes } from './seed.ts';

export type TestClock = { ms: number };

export type TestProfile = Readonly<{
  factory: IDBFactory;
  clock: TestClock;
  /** What `storage.local` holds. */
  sentinel: { value: unknown };
  store: (overrides?: Partial<StoreOptions>, migrations?: readonly Migration[]) => Store;
}>;

/** A browser profile of its own: an empty fake IndexedDB, a clock that ticks a second per look, a sentinel. */
export function testProfile(seed = 1): TestProfile {
  const factory = new IDBFactory();
  const clock: TestClock = { ms: Date.UTC(2026, 10, 23, 14, 0, 0) };
  const sentinel: { value: unknown } = { value: undefined };
  let stores = 0;
  return {
    factory,
    clock,
    sentinel,
    store: (overrides = {}, migrations) => {
      stores += 1;
      return createStore(
        {
          now: () => new Date((clock.ms += 1000)),
          random: seededBytes(seed * 1000 + stores),
          zone: () => 'Europe/Berlin',
          local: {
            read: () => Promise.resolve(sentinel.value),
            write: (value: Sentinel) => {
              sentinel.value = value;
              return Promise.resolve();
            },
          },
          indexedDB: factory,
          IDBKeyRange,
          ...overrides,
        },
        migrations,
      );
    },
  };
}

/** The result, or the test fails with the code. */
export function ok<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`Expected success, got ${JSON.stringify(result)}.`);
  return result as Extract<T, { ok: true }>; // as: just checked
}
