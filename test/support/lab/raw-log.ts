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
  const answer = <T>(store: string, ask: (from: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      const request = ask(db.transaction(store).objectStore(store));
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () =>
        fail(request.error ?? new Error(`The store ${store} did not open.`)),
      );
    });
  const all = (store: string) => answer<Row[]>(store, (from) => from.getAll());
  const one = (store: string, key: string) => answer<Row>(store, (from) => from.get(key));
  const keys = async (store: string) => (await answer(store, (from) => from.getAllKeys())).map(String);
  const hex = (bytes: ArrayBuffer) =>
    Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('');
  try {
    const active = (await all('meta')).find((row) => row.key === 'active')?.generation ?? 'a';
    const blobs = [];
    // One by one: where the file of a picture is gone, Firefox refuses to read its row at all.
    for (const sha256 of await keys('blobs')) {
      let actual: string | null = null;
      let bytes = 0;
      try {
        const content = await (await one('blobs', sha256)).blob.arrayBuffer();
        bytes = content.byteLength;
        actual = hex(await crypto.subtle.digest('SHA-256', content));
      } catch {
        // The file behind the blob is gone or shorter than it should be.
      }
      blobs.push({ sha256, bytes, actual });
    }
    const rows = await all(`issues_${active}`);
    const counters = await all(`counters_${active}`);
    const totals = counters.find((row) => row.key === 'totals');
    return {
      entries: await all('entries'),
      ledgers: await all('ledgers'),
      blobs,
      pending: (await all('pending')).map(({ captureId }) => captureId),
      issues: rows.map(({ v }) => ({ id: v.id, captureIds: v.captureIds, pictureHashes: v.pictureHashes })),
      quarantined: (await all('quarantine')).map(({ where, problem }) => ({ where, problem })),
      counted: (totals?.all ?? 0) + (totals?.trash ?? 0),
    };
  } finally {
    db.close();
  }
}

/** Reads everything through raw IndexedDB in a page of the extension. */
export const readRawLog = (evaluate: Evaluate): Promise<RawLog> => evaluate(read);
