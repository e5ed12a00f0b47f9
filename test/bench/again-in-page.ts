// Built into one script by test/support/bundle.ts and run in a page of the extension (see seeding.ts).
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import type { CaptureId, IssueId } from '../../lib/domain/ledger/primitives.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { openRaw, openStore } from './in-page.ts';
import { seedEntries } from './seed-entries.ts';

export type AgainTimes = Readonly<{
  /** From the acknowledgement to the suggestions. */
  suggestMs: number;
  appendMs: number;
  /** One look at the same index without anything of ours. */
  bareMs: number;
  suggestions: number;
}>;

/** Something seeded, happening once more: the same page and failure with new ids. */
function captureAgain(n: number, alike: boolean): { issueId: IssueId; entry: NewEntry } {
  const captures = [...seedEntries(n, () => null, alike)].filter(
    ({ kind }) => kind === 'occurrence.captured',
  );
  const last = captures.at(-1);
  if (last?.kind !== 'occurrence.captured') throw new Error('The seed has no capture.');
  const issueId = crypto.randomUUID() as IssueId; // as: made in the shape of one
  const captureId = crypto.randomUUID() as CaptureId; // as: made in the shape of one
  const at = new Date().toISOString();
  return { issueId, entry: { ...last, at, issueId, body: { ...last.body, captureId } } };
}

/** The newest 24 rows under one key, read as plainly as possible. */
async function bareLook(db: IDBDatabase, key: IDBValidKey): Promise<number> {
  const started = performance.now();
  await new Promise<void>((done, fail) => {
    const request = db.transaction('prints_a').objectStore('prints_a').index('keys').getAll(key, 24);
    request.addEventListener('success', () => done());
    request.addEventListener('error', () => fail(request.error ?? new Error('The index could not be read.')));
  });
  return performance.now() - started;
}

async function aKey(db: IDBDatabase): Promise<IDBValidKey> {
  return new Promise((done, fail) => {
    const request = db.transaction('prints_a').objectStore('prints_a').openCursor();
    request.addEventListener('success', () => done(request.result?.value.keys[0] ?? 0));
    request.addEventListener('error', () => fail(request.error ?? new Error('There are no prints.')));
  });
}

async function once(store: Store, db: IDBDatabase, n: number, alike: boolean): Promise<AgainTimes> {
  const { issueId, entry } = captureAgain(n, alike);
  const key = await aKey(db);
  const bareMs = await bareLook(db, key);
  const began = performance.now();
  const appended = await store.append(entry);
  const acknowledged = performance.now();
  if (!appended.ok) throw new Error(`Nothing was appended: ${appended.code}.`);
  const suggestions = await store.suggest(issueId, 3);
  const suggestMs = performance.now() - acknowledged;
  return { suggestMs, appendMs: acknowledged - began, bareMs, suggestions: suggestions.length };
}

/**
 * Records a problem of the log once more and asks which it is, `rounds` times.
 * @public called in the page, see again.ts
 */
export async function suggest(rounds: number, alike: boolean): Promise<AgainTimes[]> {
  const store = openStore();
  await store.open();
  const db = await openRaw('casebook');
  const times: AgainTimes[] = [];
  for (let round = -3; round < rounds; round += 1) {
    const taken = await once(store, db, round + 20, alike);
    if (round >= 0) times.push(taken);
    await store.settled();
    await new Promise((next) => setTimeout(next, 100));
  }
  db.close();
  store.close();
  return times;
}
