/** A row under its key, or the key of one that cannot be read; `key` null: the rest of the table cannot be read. */
export type RawRow =
  Readonly<{ key: IDBValidKey; row: unknown }> | Readonly<{ key: IDBValidKey | null; lost: true }>;

/** A database as it lies there, whatever its version: nothing is upgraded, repaired or made. */
export type RawDatabase = Readonly<{
  has(table: string): boolean;
  /** Every row in the order of its key; what cannot be read is told and passed over. */
  rows(table: string, range?: IDBKeyRange): AsyncGenerator<RawRow>;
  close(): void;
}>;

const PAGE = 200;
/** An opening that hangs must not keep anybody from what is beside the database. */
const OPEN_LIMIT_MS = 8000;

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault(); // One row that cannot be read must not end the reading of the others.
      fail(request.error ?? new Error('The row cannot be read.'));
    });
  });
}

/** null: it is not there, does not open, or does not open in time. */
function opened(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((done) => {
    const request = factory.open(name);
    const timer = setTimeout(() => done(null), OPEN_LIMIT_MS);
    const end = (database: IDBDatabase | null): void => {
      clearTimeout(timer);
      done(database);
    };
    // It did not exist: taking the transaction back leaves none behind.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('success', () => end(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      end(null);
    });
  });
}

/** Opens what is there for reading; null where that is not possible. */
export async function openRawDatabase(
  name: string,
  { indexedDB, IDBKeyRange: ranges }: Readonly<{ indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }>,
): Promise<RawDatabase | null> {
  const database = await opened(indexedDB, name).catch(() => null);
  if (database === null) return null;
  // Whoever upgrades or deletes it is not kept waiting.
  database.addEventListener('versionchange', () => database.close());
  const store = (table: string): IDBObjectStore => database.transaction(table).objectStore(table);

  async function page(table: string, keys: readonly IDBValidKey[]): Promise<RawRow[]> {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return [];
    try {
      const rows: unknown[] = await answered(store(table).getAll(ranges.bound(first, last)));
      if (rows.length === keys.length) return keys.map((key, index) => ({ key, row: rows[index] }));
    } catch {
      // One of them cannot be read: which one is found out below.
    }
    const single: RawRow[] = [];
    for (const key of keys) {
      try {
        const row: unknown = await answered(store(table).get(key));
        single.push(row === undefined ? { key, lost: true } : { key, row });
      } catch {
        single.push({ key, lost: true });
      }
    }
    return single;
  }

  return {
    has: (table) => database.objectStoreNames.contains(table),
    async *rows(table, range) {
      let after: IDBValidKey | null = null;
      for (;;) {
        let keys: IDBValidKey[];
        try {
          const from: IDBKeyRange | undefined =
            after === null
              ? range
              : range?.upper === undefined
                ? ranges.lowerBound(after, true)
                : ranges.bound(after, range.upper, true, range.upperOpen);
          keys = await answered(store(table).getAllKeys(from, PAGE));
        } catch {
          yield { key: null, lost: true };
          return;
        }
        yield* await page(table, keys);
        after = keys.at(-1) ?? null;
        if (keys.length < PAGE) return;
      }
    },
    close: () => database.close(),
  };
}
