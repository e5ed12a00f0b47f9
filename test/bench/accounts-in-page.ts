// Built into one script by test/support/bundle.ts and run in a page of the extension (see accounts.ts).
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { makeCapture, seedIssueId } from '../support/seed.ts';
import { look, openStore, servicesOf, THINGS } from './accounts-setup.ts';

const STEP_MS = 3_600_000;

/** The life of an issue; one in ten is still waited for. */
const LIFE: readonly EventKind[] = [
  'reported',
  'acknowledged',
  'info_requested',
  'info_provided',
  'provider_update',
  'chased',
  'resolved',
  'verified',
];

function* lives(count: number, events: number): Generator<NewEntry> {
  const { kind: _kind, body: _body, issueId: _issue, ...frame } = makeCapture(1);
  for (const [kind, value] of THINGS) yield { ...frame, kind: `${kind}.saved`, body: { value } };
  for (let i = 1; i <= count; i += 1) {
    const capture = makeCapture(i);
    yield capture;
    const told = i % 10 === 0 ? events - 2 : events;
    for (let n = 0; n < told; n += 1) {
      const at = new Date(Date.parse(capture.at) + (n + 1) * STEP_MS).toISOString();
      const event = LIFE[n % LIFE.length] ?? 'note';
      yield { ...frame, at, kind: 'event', issueId: seedIssueId(i), body: { event, visibility: 'shared' } };
    }
  }
}

/** Rows that any request of the page has read since. */
let read = 0;
function countReads(): void {
  const count = (request: IDBRequest): IDBRequest => {
    request.addEventListener('success', () => {
      const found: unknown = request.result;
      read += Array.isArray(found) ? found.length : found === undefined || found === null ? 0 : 1;
    });
    return request;
  };
  for (const of of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const) {
      const plain = of[name] as (...given: unknown[]) => IDBRequest; // as: any of these overloads
      Reflect.set(of, name, function counted(this: IDBObjectStore, ...given: unknown[]) {
        return count(plain.apply(this, given));
      });
    }
  }
}

export type AccountTimes = Readonly<{
  seedMs: number;
  followMs: number;
  firstMs: number;
  atOnceMs: readonly number[];
  laterMs: readonly number[];
  eventMs: readonly number[];
  eventReads: readonly number[];
}>;

/**
 * A log of so many issues with so many events each: followed for the first time, its provider looked at, one more event.
 * @public called in the page, see accounts.ts
 */
export async function measure(issues: number, events: number, rounds: number): Promise<AccountTimes> {
  const store = openStore(`bench-accounts-${issues}`);
  let started = performance.now();
  const seeded = await store.appendMany(lives(issues, events));
  if (!seeded.ok) throw new Error(`Seeding failed: ${seeded.code}.`);
  await store.settled();
  const seedMs = performance.now() - started;
  const { follower, accounts } = servicesOf(store);
  started = performance.now();
  await follower.settled();
  const followMs = performance.now() - started;

  const once = async (knownBefore: boolean) => {
    const seen = await look(store, accounts, knownBefore);
    if (seen.board.board.issues !== issues) throw new Error('The board was not whole.');
    return seen;
  };
  const { allMs: firstMs } = await once(false);
  const laterMs: number[] = [];
  const atOnceMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const seen = await once(true);
    laterMs.push(seen.allMs);
    atOnceMs.push(seen.atOnceMs ?? Number.NaN);
  }

  countReads();
  const eventMs: number[] = [];
  const eventReads: number[] = [];
  const { kind: _kind, body: _body, ...frame } = makeCapture(10);
  for (let round = 0; round < rounds; round += 1) {
    const body = { event: 'provider_update', visibility: 'shared' } as const;
    const result = await store.append({ ...frame, kind: 'event', body });
    if (!result.ok) throw new Error(result.code);
    read = 0;
    started = performance.now();
    await follower.settled();
    eventMs.push(performance.now() - started);
    eventReads.push(read);
  }
  store.close();
  return { seedMs, followMs, firstMs, atOnceMs, laterMs, eventMs, eventReads };
}
