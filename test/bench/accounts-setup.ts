import { createAccountsService } from '../../lib/app/accounts/create-accounts-service.ts';
import type { ProviderBoard } from '../../lib/app/accounts/account-service.ts';
import { createFollower } from '../../lib/app/accounts/follower.ts';
import { createDirectoryReader } from '../../lib/app/directory/directory-reader.ts';
import { createStore } from '../../lib/storage/store.ts';
import type { Store } from '../../lib/storage/types/store.ts';

export const PROVIDER = 'p-bench';
const HOURS = [['09:00', '17:00']];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** One provider who is responsible for everything. */
export const THINGS = [
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

const today = () => new Date();

export const openStore = (name: string, now = today): Store =>
  createStore({
    name,
    now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    local: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
  });

/** What the full page makes of a store. */
export function servicesOf(store: Store, now = today) {
  const later = (task: () => void, ms: number) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  };
  const reader = createDirectoryReader(store, () => Promise.resolve({ things: [], problem: null }));
  const alone = (task: () => Promise<void>) => task();
  const deps = { store, reader, now, zone: () => 'Europe/Berlin', later, alone };
  const follower = createFollower(deps);
  return { ...deps, follower, accounts: createAccountsService({ ...deps, follower }) };
}

export type Looked = Readonly<{
  /** Until the board that was known before; null: none was. */
  atOnceMs: number | null;
  /** Until the board as of now, the first open issues and the counts of all providers. */
  allMs: number;
  board: ProviderBoard;
}>;

/** Looks at the provider's page as the screen does. */
export async function look(
  store: Store,
  accounts: ReturnType<typeof createAccountsService>,
  knownBefore: boolean,
): Promise<Looked> {
  const begun = performance.now();
  let atOnceMs: number | null = null;
  const [board, page] = await Promise.all([
    new Promise<ProviderBoard>((resolve, reject) => {
      const stop = accounts.liveBoard(
        PROVIDER,
        null,
        (value) => {
          if (knownBefore && atOnceMs === null) {
            atOnceMs = performance.now() - begun;
            return;
          }
          resolve(value);
          queueMicrotask(() => stop());
        },
        (code) => reject(new Error(code)),
      );
    }),
    store.page({ scope: 'open', provider: PROVIDER, sort: 'newest' }, { limit: 100 }),
    accounts.providers(),
  ]);
  if (page.length === 0) throw new Error('The page was not whole.');
  return { atOnceMs, allMs: performance.now() - begun, board };
}
