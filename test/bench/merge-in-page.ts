// Built into one script by test/support/bundle.ts and run in a page of the extension (see merge.ts).
import { seenBy } from '../../lib/domain/issue/seen-by.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { Store } from '../../lib/storage/types/store.ts';

/** What the merged log shows. */
export type MergedLog = Readonly<{
  entries: number;
  ledgers: number;
  issues: number;
  /** Whether the chain of every ledger holds. */
  verified: boolean;
  /** For each issue asked for, how many ledgers saw it and how often it happened. */
  seen: readonly Readonly<{ ledgers: number; times: number }>[];
}>;

/** The log of this extension. */
function openLog(): Store {
  let kept: unknown;
  return createStore({
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: { read: async () => kept, write: async (value) => void (kept = value) },
  });
}

/** @public called in the page, see merge.ts */
export async function merged(asked: readonly IssueId[]): Promise<MergedLog> {
  const store = openLog();
  const others = (await store.ledgers()).filter(({ own }) => !own);
  const { all, trash } = await store.counts();
  const issues = await store.issues(asked);
  const seen = issues.map((issue) => {
    const witnesses = issue === null ? [] : seenBy(issue);
    return {
      ledgers: new Set(witnesses.map(({ ledger }) => ledger)).size,
      times: witnesses.reduce((sum, { times }) => sum + times, 0),
    };
  });
  const result = {
    entries: others.reduce((sum, { n }) => sum + n, 0),
    ledgers: others.length,
    issues: all + trash,
    verified: (await store.verify()).ok,
    seen,
  };
  store.close();
  return result;
}

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });

/** A table with the indexes that the product's table of entries has. */
function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => {
      const table = request.result.createObjectStore('entries', { keyPath: ['ledger', 'n'] });
      table.createIndex('id', 'id', { unique: true });
      for (const field of ['issueId', 'capture', 'picture', 'mark']) table.createIndex(field, field);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

const AT_ONCE = 1000;

/**
 * The same rows put into a bare table, so many in each strict transaction: nothing read, checked or folded. Gives ms.
 * @public called in the page, see merge.ts
 */
export async function rawPut(): Promise<number> {
  const store = openLog();
  const raw = await openRaw('bench-raw');
  let ms = 0;
  for (const { ledger, n, own } of await store.ledgers()) {
    for (let from = 1; !own && from <= n; from += AT_ONCE) {
      const rows = await store.entries(ledger, from, AT_ONCE);
      const started = performance.now();
      const transaction = raw.transaction('entries', 'readwrite', { durability: 'strict' });
      const table = transaction.objectStore('entries');
      for (const row of rows) table.put(row);
      await done(transaction);
      ms += performance.now() - started;
    }
  }
  raw.close();
  indexedDB.deleteDatabase('bench-raw');
  store.close();
  return ms;
}
