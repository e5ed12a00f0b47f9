import type { BenchSession } from './bench.ts';
import { BIG_LOG } from './big-log.ts';
import { dataScreen } from './backup-runs.ts';
import { settleDisk } from './export-runs.ts';

/** Pieces of files per transaction: as much as a restore stores at once. */
const PIECES = 80;
/** Rows per transaction. */
const ROWS = 500;

/**
 * Runs in a page of the extension: an empty database gets pieces of the chosen files and, beside them, the rows of the log
 * that is here, with all indexes; ms.
 */
async function storeBare(pieceBytes: number, pieces: number, rowsAtOnce: number): Promise<number> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
  const strict = (db: IDBDatabase, names: readonly string[], work: (t: IDBTransaction) => void) =>
    new Promise<void>((done, fail) => {
      const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => done());
      transaction.addEventListener('abort', () => fail(transaction.error));
      work(transaction);
    });

  const log = await answer(indexedDB.open('casebook'));
  const active = await answer<{ generation: string } | undefined>(
    log.transaction('meta').objectStore('meta').get('active'),
  );
  const tables = [['entries'], ['issues', 'prints', 'texts'].map((name) => `${name}_${active?.generation}`)];
  const rows = new Map<string, unknown[]>();
  for (const name of tables.flat())
    rows.set(name, await answer<unknown[]>(log.transaction(name).objectStore(name).getAll()));
  const opening = indexedDB.open('bare', 1);
  opening.addEventListener('upgradeneeded', () => {
    for (const name of [...rows.keys(), 'blobs']) {
      const like = log.transaction(name).objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath: like.keyPath });
      for (const of of like.indexNames) {
        const { keyPath, unique, multiEntry } = like.index(of);
        store.createIndex(of, keyPath, { unique, multiEntry });
      }
    }
  });
  const bare = await answer(opening);
  log.close();

  async function storePieces(): Promise<void> {
    let key = 0;
    for (const file of document.querySelector<HTMLInputElement>('#bare')?.files ?? [])
      for (let from = 0; from < file.size;)
        await strict(bare, ['blobs'], (transaction) => {
          for (let n = 0; n < pieces && from < file.size; n += 1, from += pieceBytes)
            transaction
              .objectStore('blobs')
              .put({ sha256: String((key += 1)), blob: file.slice(from, from + pieceBytes) });
        });
  }
  async function storeRows(): Promise<void> {
    for (const names of tables) {
      const most = Math.max(...names.map((name) => rows.get(name)?.length ?? 0));
      for (let at = 0; at < most; at += rowsAtOnce)
        await strict(bare, names, (transaction) => {
          for (const name of names)
            for (const row of (rows.get(name) ?? []).slice(at, at + rowsAtOnce))
              transaction.objectStore(name).put(row);
        });
    }
  }

  const started = performance.now();
  await Promise.all([storePieces(), storeRows()]);
  const ms = performance.now() - started;
  bare.close();
  await answer(indexedDB.deleteDatabase('bare'));
  return ms;
}

/**
 * The least that restoring can take, once the log is restored: what the browser alone needs to copy pieces of the same
 * files, as large as pictures, and to store the same rows beside them.
 */
export async function restoreFloorOf(session: BenchSession, files: readonly string[]): Promise<number> {
  const page = await dataScreen(session, 'restore');
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, id: 'bare' });
    document.body.append(input);
  });
  const input = await (await page.$('#bare'))?.toElement('input');
  if (!input) throw new Error('The page has no file field.');
  await input.uploadFile(...files);
  settleDisk();
  const ms = await page.evaluate(storeBare, BIG_LOG.pictureBytes, PIECES, ROWS);
  await page.close();
  return ms;
}
