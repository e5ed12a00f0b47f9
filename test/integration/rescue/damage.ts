import { vi } from 'vitest';

type Row = Record<string, unknown>;

function openRaw(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = factory.open('casebook');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('It did not open.')));
  });
}

/** Changes the rows of a table past our own code; `to` gives null for a row that is to go. */
export async function change(
  factory: IDBFactory,
  table: string,
  wanted: (row: Row) => boolean,
  to: (row: Row) => Row | null,
): Promise<void> {
  const db = await openRaw(factory);
  const transaction = db.transaction(table, 'readwrite');
  const request = transaction.objectStore(table).openCursor();
  request.addEventListener('success', () => {
    const cursor = request.result;
    if (cursor === null) return;
    if (wanted(cursor.value)) {
      const next = to(cursor.value);
      if (next === null) cursor.delete();
      else cursor.update(next);
    }
    cursor.continue();
  });
  await new Promise((done, fail) => {
    transaction.addEventListener('complete', done);
    transaction.addEventListener('abort', fail);
  });
  db.close();
}

/** Every row of every table, as text. */
export async function contents(factory: IDBFactory): Promise<string> {
  const db = await openRaw(factory);
  const all: unknown[] = [];
  for (const table of db.objectStoreNames) {
    const request = db.transaction(table).objectStore(table).getAll();
    await new Promise((done) => request.addEventListener('success', done));
    all.push([table, request.result]);
  }
  db.close();
  return JSON.stringify(all);
}

/** As a browser answers for a row whose bytes on the disk are damaged. */
function failing(): IDBRequest {
  const request = Object.assign(new EventTarget(), {
    result: undefined,
    error: new DOMException('Failed to read large IndexedDB value', 'UnknownError'),
  });
  queueMicrotask(() => request.dispatchEvent(new Event('error', { cancelable: true })));
  return request as unknown as IDBRequest; // as: all that our code uses of one
}

/** From now on the rows of this table with these keys cannot be read; without keys nothing of the table can. */
export function unreadable(table: string, keys?: readonly IDBValidKey[]): void {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const inside = (query: unknown): boolean =>
    keys === undefined ||
    keys.some((key) => same(query, key) || (query instanceof IDBKeyRange && query.includes(key)));
  const { prototype } = IDBObjectStore;
  for (const method of ['get', 'getAll', 'getAllKeys'] as const) {
    if (method === 'getAllKeys' && keys !== undefined) continue;
    const real = prototype[method] as (...args: unknown[]) => IDBRequest; // as: each takes a query and a count
    vi.spyOn(prototype, method).mockImplementation(function broken(this: IDBObjectStore, ...args: unknown[]) {
      return this.name === table && inside(args[0]) ? failing() : real.apply(this, args);
    } as never); // as: the same for all three
  }
}
