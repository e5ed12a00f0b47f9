import type { Around } from '../../domain/accountability/account-of-source.ts';
import type { Store } from '../../storage/types/store.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import { atTime, type Later } from '../timers.ts';
import type { Following } from './account-service.ts';
import { observedSince } from './live-issue.ts';

export type FollowerDeps = Readonly<{
  store: Pick<Store, 'accounts' | 'live' | 'ledgers' | 'entries'>;
  reader: DirectoryReader;
  now: () => Date;
  zone: () => string;
  later: Later;
  /** Only one window follows at a time; the task of another one waits. */
  alone: (task: () => Promise<void>) => Promise<void>;
}>;

export type Follower = Readonly<{
  /** Keeps the accounts in line with log, directory and time from now on. */
  start(): () => void;
  /** Follows now; resolves when nothing is left to do. */
  settled(): Promise<void>;
  /** How far this window is; null: it does nothing, or somebody else does. */
  progress(): Following;
  onProgress(listener: () => void): () => void;
}>;

/** After a failure; what failed is tried again from where it stopped. */
const AGAIN_MS = 5000;

export function createFollower(deps: FollowerDeps): Follower {
  const { store, reader, now, zone, later, alone } = deps;
  const listeners = new Set<() => void>();
  let progress: Following = null;
  let running: Promise<void> | null = null;
  let wanted = false;
  let cancel = (): void => undefined;

  function tell(next: Following): void {
    progress = next;
    for (const listener of listeners) listener();
  }

  async function once(): Promise<boolean> {
    const [{ directory }, since] = await Promise.all([reader.read(), observedSince(store)]);
    const around: Around = { observedSince: since, zone: zone() };
    const asOf = now().getTime();
    const onProgress = (done: number, total: number) => tell({ done, total });
    const result = await store.accounts.follow({ directory, asOf, around, onProgress });
    return result.ok;
  }

  async function drain(): Promise<void> {
    await reader.ready();
    while (wanted) {
      wanted = false;
      let done = false;
      // A failed read is a failed try like any other: the accounts lag behind, the log is what it was.
      await alone(async () => {
        done = await once().catch(() => false);
      });
      cancel();
      const next = done ? (await store.accounts.state().catch(() => null))?.next : now().getTime() + AGAIN_MS;
      cancel = next == null ? () => undefined : atTime(later, now, next, () => void follow());
    }
    tell(null);
  }

  function follow(): Promise<void> {
    wanted = true;
    running ??= drain().finally(() => {
      running = null;
      if (wanted) void follow();
    });
    return running;
  }

  return {
    start() {
      let stop = (): void => undefined;
      let stopped = false;
      void reader.ready().then(() => {
        if (stopped) return;
        let last = '';
        stop = store.live(
          async () => {
            const [ledgers, { directory }, { filling }] = await Promise.all([
              store.ledgers(),
              reader.read(),
              store.accounts.state(),
            ]);
            return { ledgers, directory, filling };
          },
          ({ ledgers, directory, filling }) => {
            const heads = [...directory.heads.values()].map(({ ledger, n }) => `${ledger} ${n}`);
            const key = [...ledgers.map(({ ledger, n }) => `${ledger} ${n}`), ...heads].join();
            // Accounts that we write ourselves are no reason to look again; a generation without any is.
            if (key === last && (filling === null || running !== null)) return;
            last = key;
            void follow();
          },
        );
      });
      return () => {
        stopped = true;
        stop();
        cancel();
      };
    },
    settled: follow,
    progress: () => progress,
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
