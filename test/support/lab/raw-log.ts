import type { Evaluate } from '../browser/evaluate.ts';

export interface RawEntry {
  readonly ledger: string;
  readonly n: number;
  readonly id: string;
  readonly kind: string;
  readonly issueId?: string;
  readonly sha256: string;
  readonly link: string;
  readonly json: string | null;
}

/** The database as IndexedDB gives it, past all of our own code. */
export interface RawLog {
  readonly entries: readonly RawEntry[];
  readonly ledgers: readonly { ledger: string; n: number; link: string; own: boolean; issues: number }[];
  /** `actual`: hash of the bytes as read; null when they could not be read. */
  readonly blobs: readonly { sha256: string; bytes: number; actual: string | null }[];
  readonly pending: readonly string[];
  readonly issues: readonly { id: string; captureIds: readonly string[]; pictureHashes: readonly string[] }[];
  readonly quarantined: readonly { where: string; problem: string }[];
  readonly counted: number;
}

async function read(): Promise<RawLog> {
  // oxlint-disable-next-line typescript/no-explicit-any -- rows as they lie there, whatever they are
  type Row = any;
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('casebook');
    // Not there: looking at it must not create it.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('The database did not open.')));
  });
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error ?? new Error('A store could not be read.')));
    });
  const hex = (bytes: ArrayBuffer) =>
    Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');
  try {
    // One transaction: the background may be writing meanwhile.
    const transaction = db.transaction([...db.objectStoreNames]);
    const all = (store: string) => answer<Row[]>(transaction.objectStore(store).getAll());
    const [meta, entries, ledgers, pending, quarantine, hashes, issuesA, issuesB, countersA, countersB] =
      await Promise.all([
        all('meta'),
        all('entries'),
        all('ledgers'),
        all('pending'),
        all('quarantine'),
        answer(transaction.objectStore('blobs').getAllKeys()),
        all('issues_a'),
        all('issues_b'),
        all('counters_a'),
        all('counters_b'),
      ]);
    const active = meta.find((row) => row.key === 'active')?.generation ?? 'a';
    const rows = active === 'a' ? issuesA : issuesB;
    const totals = (active === 'a' ? countersA : countersB).find((row) => row.key === 'totals');
    const blobs = [];
    // One by one: where the file of a picture is gone, Firefox refuses to read its row at all.
    for (const sha256 of hashes.map(String)) {
      let actual: string | null = null;
      let bytes = 0;
      try {
        const row: Row = await answer(db.transaction('blobs').objectStore('blobs').get(sha256));
        const content = await row.blob.arrayBuffer();
        bytes = content.byteLength;
        actual = hex(await crypto.subtle.digest('SHA-256', content));
      } catch {
        // The file behind the blob is gone or shorter than it should be.
      }
      blobs.push({ sha256, bytes, actual });
    }
    return {
      entries,
      ledgers,
      blobs,
      pending: pending.map(({ captureId }) => captureId),
      issues: rows.map(({ v }) => ({ id: v.id, captureIds: v.captureIds, pictureHashes: v.pictureHashes })),
      quarantined: quarantine.map(({ where, problem }) => ({ where, problem })),
      counted: (totals?.all ?? 0) + (totals?.trash ?? 0),
    };
  } finally {
    db.close();
  }
}

/** Reads everything through raw IndexedDB in a page of the extension. */
export const readRawLog = (evaluate: Evaluate): Promise<RawLog> => evaluate(read);
