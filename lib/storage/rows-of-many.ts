import { Dexie } from 'dexie';
import type { IssueId } from '../domain/ledger/primitives.ts';

/** From so many issues on, what the library adds to each question costs more than the question. */
export const MANY_FROM = 20;

/**
 * The stored rows of many issues, one list each, asked of the database itself in the running transaction: of a problem
 * that happened a thousand times there are a thousand index ranges to read, at each of its changes. A live query does not
 * see what is read here; it has to look at something that changes with it.
 */
export function rowsOfMany<Row>(table: string, index: string, ids: readonly IssueId[]): Promise<Row[][]> {
  const source = Dexie.currentTransaction.idbtrans.objectStore(table).index(index);
  const reading = new Dexie.Promise<Row[][]>((done, fail) => {
    const found: Row[][] = ids.map(() => []);
    let left = ids.length;
    if (left === 0) done(found);
    ids.forEach((id, at) => {
      const request = source.getAll(id);
      request.addEventListener('error', () => fail(request.error));
      request.addEventListener('success', () => {
        found[at] = request.result;
        left -= 1;
        if (left === 0) done(found);
      });
    });
  });
  return Promise.resolve(reading);
}
