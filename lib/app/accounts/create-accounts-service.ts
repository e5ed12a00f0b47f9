import { promisesOf } from '../../domain/issue/promises-of.ts';
import { MINUTE, msOf } from '../../domain/time/instant.ts';
import type { AccountCounts } from '../../storage/types/accounts.ts';
import type { Store } from '../../storage/types/store.ts';
import { liveUntil } from '../live-until.ts';
import { isOpen } from '../promises/create-promise-service.ts';
import type { AccountsService, Period, ProviderBoard } from './account-service.ts';
import { boardOf, keep, type Kept } from './boards.ts';
import type { Follower, FollowerDeps } from './follower.ts';
import { liveIssue, observedSince } from './live-issue.ts';

export type AccountsDeps = FollowerDeps &
  Readonly<{
    store: Pick<Store, 'accounts' | 'live' | 'ledgers' | 'entries' | 'issue' | 'marked'>;
    follower: Follower;
  }>;

const NOTHING: AccountCounts = {
  open: 0,
  closed: 0,
  waitingUs: 0,
  waitingProvider: 0,
  overdue: 0,
  toAnswer: 0,
  toVerify: 0,
  recurring: 0,
};

const keyOf = (providerId: string, period: Period): string =>
  `${providerId} ${period === null ? '' : `${period.from} ${period.to}`}`;

export function createAccountsService(deps: AccountsDeps): AccountsService {
  const { store, reader, now, zone, follower } = deps;
  const { accounts } = store;
  /** Of providers that were looked at: opening one again reads only what has changed. */
  const known = new Map<string, Kept>();
  /** The last board made, to be shown at once. */
  const shown = new Map<string, ProviderBoard>();
  const time = (): number => now().getTime();

  /** Awaits nothing but the database. */
  async function read(providerId: string) {
    const [fresh, counts, { directory }, entries, since] = await Promise.all([
      accounts.ofProvider(providerId, known.get(providerId) ?? null),
      accounts.providers(time()),
      reader.read(),
      store.marked('promise'),
      observedSince(store),
    ]);
    const kept = keep(known.get(providerId) ?? null, fresh);
    known.set(providerId, kept);
    return {
      kept,
      directory,
      promises: promisesOf(entries),
      now: counts.get(providerId) ?? NOTHING,
      around: { observedSince: since, zone: zone() },
    };
  }

  function make(providerId: string, period: Period, from: Awaited<ReturnType<typeof read>>): ProviderBoard {
    const board = boardOf({ ...from, providerId, period, asOf: time() });
    shown.set(keyOf(providerId, period), board);
    return board;
  }

  return {
    liveIssue: (id, onValue, onError) => liveIssue(deps, id, onValue, onError),
    rows: (numbers) => accounts.rows(numbers),
    liveCounts(onValue, onError) {
      let counts: AccountCounts = NOTHING;
      let filling: { done: number; total: number } | null = null;
      const tell = (): void => onValue({ ...counts, following: follower.progress() ?? filling });
      const stop = store.live(
        async () => Promise.all([accounts.counts(time()), accounts.state()]),
        ([found, state]) => {
          counts = found;
          // Another window may be at it.
          filling =
            state.filling === null
              ? null
              : { done: state.filling.total - state.filling.left, total: state.filling.total };
          tell();
        },
        (failure) => onError(failure.code),
      );
      const forget = follower.onProgress(tell);
      return () => {
        stop();
        forget();
      };
    },
    liveOwed: (onValue, onError) =>
      store.live(
        async () => Promise.all([accounts.counts(time()), store.marked('promise')]),
        ([{ toAnswer, toVerify }, entries]) => {
          const ours = promisesOf(entries).filter((one) => one.owner === 'us' && isOpen(one));
          onValue({ answers: toAnswer, verifications: toVerify, dues: ours.map(({ due }) => msOf(due)) });
        },
        (failure) => onError(failure.code),
      ),
    providers: () => accounts.providers(time()),
    async board(providerId, period) {
      await reader.ready();
      return make(providerId, period, await read(providerId));
    },
    liveBoard(providerId, period, onValue, onError) {
      let stop = (): void => undefined;
      let stopped = false;
      const before = shown.get(keyOf(providerId, period));
      if (before !== undefined) onValue(before);
      void reader.ready().then(() => {
        if (stopped) return;
        stop = liveUntil(
          deps,
          () => read(providerId),
          (from) => {
            onValue(make(providerId, period, from));
            // What is open goes on.
            return from.now.open > 0 ? time() + MINUTE : null;
          },
          onError,
        );
      });
      return () => {
        stopped = true;
        stop();
      };
    },
    onChange: (listener) =>
      store.live(
        () => accounts.state(),
        () => listener(),
      ),
  };
}
