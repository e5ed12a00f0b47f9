import { promisesOf } from '../../domain/issue/promises-of.ts';
import { msOf } from '../../domain/time/instant.ts';
import type { AccountCounts } from '../../storage/types/accounts.ts';
import type { Store } from '../../storage/types/store.ts';
import { isOpen } from '../promises/create-promise-service.ts';
import type { AccountsService } from './account-service.ts';
import type { Follower, FollowerDeps } from './follower.ts';
import { liveBoard } from './live-board.ts';
import { liveIssue } from './live-issue.ts';
import { createProviderDesk, NO_COUNTS, type ProviderDesk } from './provider-desk.ts';

export type AccountsDeps = FollowerDeps &
  Readonly<{
    store: Pick<Store, 'accounts' | 'live' | 'ledgers' | 'entries' | 'issue' | 'marked'>;
    follower: Follower;
  }>;

export function createAccountsService(deps: AccountsDeps): AccountsService {
  const { store, reader, now, zone, follower } = deps;
  const { accounts } = store;
  const time = (): number => now().getTime();
  const desks = new Map<string, ProviderDesk>();
  function deskOf(providerId: string): ProviderDesk {
    const desk = desks.get(providerId) ?? createProviderDesk({ store, reader, now, zone }, providerId);
    desks.set(providerId, desk);
    return desk;
  }

  return {
    liveIssue: (id, onValue, onError) => liveIssue(deps, id, onValue, onError),
    rows: (numbers) => accounts.rows(numbers),
    liveCounts(onValue, onError) {
      let counts: AccountCounts = NO_COUNTS;
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
    liveBoard(providerId, period, onValue, onError) {
      let stop = (): void => undefined;
      let stopped = false;
      void reader.ready().then(() => {
        if (!stopped) stop = liveBoard(deps, deskOf(providerId), period, onValue, onError);
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
