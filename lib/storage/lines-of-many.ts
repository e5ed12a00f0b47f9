import { Dexie } from 'dexie';
import type { IssueId } from '../domain/ledger/primitives.ts';
import type { Database, EntryRow } from './tables.ts';

/** From so many issues on, what the library adds to each question costs more than the question. */
export const MANY_FROM = 20;

/**
 * The stored lines of many issues, one list each, asked of the database itself in the running transaction: of a problem
 * that happened a thousand times there are a thousand index ranges to read, at each of its changes. A live query does not
 * see what is read here; it has to look at something that changes with it.
 */
export function linesOfMany({ t }: Database, ids: readonly IssueId[]): Promise<EntryRow[][]> {
  const index = Dexie.currentTransaction.idbtrans.objectStore(t.entries.name).index('issueId');
  const reading = new Dexie.Promise<EntryRow[][]>((done, fail) => {
    const found: EntryRow[][] = ids.map(() => []);
    let left = ids.length;
    if (left === 0) done(found);
    ids.forEach((id, at) => {
      const request = index.getAll(id);
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
