import type { BenchSession } from './bench.ts';
import { BIG_LOG } from './big-log.ts';
import { dataScreen } from './backup-runs.ts';
import { settleDisk } from './export-runs.ts';

/** Slices per transaction: as much as a restore stores at once. */
const AT_ONCE = 80;

/** Runs in a page of the extension: stores the chosen files, cut into pieces, in a bare table; milliseconds. */
async function storeSlices(pieceBytes: number, atOnce: number): Promise<number> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
  const opening = indexedDB.open('bare', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('blobs'));
  const db = await answer(opening);
  const files = [...(document.querySelector<HTMLInputElement>('#bare')?.files ?? [])];
  const started = performance.now();
  let key = 0;
  for (const file of files) {
    for (let from = 0; from < file.size;) {
      const transaction = db.transaction('blobs', 'readwrite', { durability: 'strict' });
      const stored = new Promise<void>((done, fail) => {
        transaction.addEventListener('complete', () => done());
        transaction.addEventListener('abort', () => fail(transaction.error));
      });
      for (let n = 0; n < atOnce && from < file.size; n += 1, from += pieceBytes)
        transaction.objectStore('blobs').put(file.slice(from, from + pieceBytes), (key += 1));
      await stored;
    }
  }
  const ms = performance.now() - started;
  db.close();
  await answer(indexedDB.deleteDatabase('bare'));
  return ms;
}

/** The least that storing can take: what the browser needs to copy pieces of the same files, as large as pictures. */
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
  const ms = await page.evaluate(storeSlices, BIG_LOG.pictureBytes, AT_ONCE);
  await page.close();
  return ms;
}
