// Built into one script by test/support/bundle.ts and run in a page of the extension (see accounts.ts).
import { createAccountsService } from '../../lib/app/accounts/create-accounts-service.ts';
import { createFollower } from '../../lib/app/accounts/follower.ts';
import { createDirectoryReader } from '../../lib/app/directory/directory-reader.ts';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { Store } from '../../lib/storage/types/store.ts';
import { makeCapture, seedIssueId } from '../support/seed.ts';

const PROVIDER = 'p-bench';
const HOURS = [['09:00', '17:00']];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const STEP_MS = 3_600_000;

const THINGS = [
  ['provider', { id: PROVIDER, name: 'Acme', kind: 'msp', channels: [] }],
  [
    'calendar',
    {
      id: 'c-bench',
      name: 'Office',
      tz: 'Europe/Berlin',
      versions: [
        {
          validFrom: '2020-01-01',
          hours: { weekly: Object.fromEntries(DAYS.map((day) => [day, HOURS])) },
        },
      ],
    },
  ],
  [
    'agreement',
    {
      id: 'a-bench',
      providerId: PROVIDER,
      type: 'sla',
      name: 'Support',
      tz: 'Europe/Berlin',
      versions: [
        {
          validFrom: '2020-01-01',
          calendarId: 'c-bench',
          targets: { any: { responseMin: 120, updateEveryMin: 480, resolutionMin: 960 } },
        },
      ],
    },
  ],
  [
    'system',
    {
      id: 's-bench',
      name: 'All of it',
      providerId: PROVIDER,
      agreementId: 'a-bench',
      patterns: [{ kind: 'glob', pattern: '*' }],
      environment: 'prod',
      criticality: 1,
      aliases: [],
    },
  ],
] as const;

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

const open = (name: string): Store =>
  createStore({
    name,
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
  });

function servicesOf(store: Store) {
  const later = (task: () => void, ms: number) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  };
  const reader = createDirectoryReader(store, () => Promise.resolve({ things: [], problem: null }));
  const alone = (task: () => Promise<void>) => task();
  const deps = { store, reader, now: () => new Date(), zone: () => 'Europe/Berlin', later, alone };
  const follower = createFollower(deps);
  return { follower, accounts: createAccountsService({ ...deps, follower }) };
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
  laterMs: readonly number[];
  eventMs: readonly number[];
  eventReads: readonly number[];
}>;

/**
 * A log of so many issues with so many events each: followed for the first time, its provider looked at, one more event.
 * @public called in the page, see accounts.ts
 */
export async function measure(issues: number, events: number, rounds: number): Promise<AccountTimes> {
  const store = open(`bench-accounts-${issues}`);
  let started = performance.now();
  const seeded = await store.appendMany(lives(issues, events));
  if (!seeded.ok) throw new Error(`Seeding failed: ${seeded.code}.`);
  await store.settled();
  const seedMs = performance.now() - started;
  const { follower, accounts } = servicesOf(store);
  started = performance.now();
  await follower.settled();
  const followMs = performance.now() - started;

  const look = async (): Promise<number> => {
    const begun = performance.now();
    const [board, page] = await Promise.all([
      new Promise<{ board: { issues: number } }>((resolve, reject) => {
        const stop = accounts.liveBoard(
          PROVIDER,
          null,
          (value) => {
            resolve(value);
            queueMicrotask(() => stop());
          },
          (code) => reject(new Error(code)),
        );
      }),
      store.page({ scope: 'open', provider: PROVIDER, sort: 'newest' }, { limit: 100 }),
      accounts.providers(),
    ]);
    if (board.board.issues !== issues || page.length === 0) throw new Error('The page was not whole.');
    return performance.now() - begun;
  };
  const firstMs = await look();
  const laterMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) laterMs.push(await look());

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
  return { seedMs, followMs, firstMs, laterMs, eventMs, eventReads };
}
