import type { IDBFactory } from 'fake-indexeddb';

/** How many more writing transactions a process may begin before it dies; `dead` then. */
export type Life = { writes: number; dead: boolean };

/**
 * The same databases, seen by a process that dies: from then on it begins no transaction and opens nothing, neither to
 * go on nor to clear up. What it had committed stays. Reads do not count.
 */
export function dyingFactory(factory: IDBFactory, life: Life): globalThis.IDBFactory {
  const die = (): never => {
    life.dead = true;
    throw new DOMException('The process is dead.', 'UnknownError');
  };
  const patched = (db: IDBDatabase): void => {
    const begin = db.transaction.bind(db);
    db.transaction = (stores, mode, options) => {
      if (life.dead) die();
      if (mode === 'readwrite') {
        if (life.writes === 0) die();
        life.writes -= 1;
      }
      return begin(stores, mode, options);
    };
  };
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    if (life.dead) die();
    const request = factory.open(name, version);
    request.addEventListener('success', () => patched(request.result));
    return request;
  };
  return new Proxy(factory, {
    get: (target, name) => {
      if (name === 'open') return open;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
