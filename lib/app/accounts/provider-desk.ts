import type { Around } from '../../domain/accountability/account-of-source.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { promisesOf, type IssuePromise } from '../../domain/issue/promises-of.ts';
import { createBreath } from '../../storage/breath.ts';
import type { AccountCounts } from '../../storage/types/accounts.ts';
import type { Store } from '../../storage/types/store.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import type { Period, ProviderBoard } from './account-service.ts';
import { createBoardKeeper } from './board-keeper.ts';
import { boardOf } from './boards.ts';
import { observedSince } from './live-issue.ts';

export type DeskDeps = Readonly<{
  store: Pick<Store, 'accounts' | 'ledgers' | 'entries' | 'marked'>;
  reader: DirectoryReader;
  now: () => Date;
  zone: () => string;
}>;

/** What a board is made of besides the accounts. */
type Beside = Readonly<{
  now: AccountCounts;
  directory: Directory;
  promises: readonly IssuePromise[];
  around: Around;
}>;

export type ProviderDesk = Readonly<{
  /** Awaits nothing but the database. */
  beside(): Promise<Beside>;
  /** Reads what has changed, and adds up the period if nobody has; one after the other. */
  update(next: Beside, period: Period): Promise<void>;
  /** After every update, whoever asked for it. */
  onUpdate(listener: () => void): () => void;
  /** As of now, of what was read last; null: not of this period, or it is being read. */
  board(period: Period): ProviderBoard | null;
}>;

export const NO_COUNTS: AccountCounts = {
  open: 0,
  closed: 0,
  waitingUs: 0,
  waitingProvider: 0,
  overdue: 0,
  toAnswer: 0,
  toVerify: 0,
  recurring: 0,
};

/** The boards of one provider, kept while the page is open: looking at them again reads only what has changed. */
export function createProviderDesk({ store, reader, now, zone }: DeskDeps, providerId: string): ProviderDesk {
  const time = (): number => now().getTime();
  const keeper = createBoardKeeper(time());
  const listeners = new Set<() => void>();
  let last: Beside | null = null;
  let reading: Promise<void> = Promise.resolve();
  /** How many wait for what is being read. */
  let behind = 0;

  async function beside(): Promise<Beside> {
    const [counts, { directory }, entries, since] = await Promise.all([
      store.accounts.providers(time()),
      reader.read(),
      store.marked('promise'),
      observedSince(store),
    ]);
    return {
      now: counts.get(providerId) ?? NO_COUNTS,
      directory,
      promises: promisesOf(entries),
      around: { observedSince: since, zone: zone() },
    };
  }

  async function readOn({ directory, around }: Beside, period: Period): Promise<void> {
    const breathe = createBreath();
    for (let more = true; more;) {
      const read = await store.accounts.ofProvider(providerId, keeper.known());
      await keeper.take(read, { directory, around, asOf: time() }, breathe);
      ({ more } = read);
    }
    await keeper.prepare(period, breathe);
  }

  return {
    beside,
    async update(next, period) {
      behind += 1;
      const before = reading;
      const own = (async () => {
        await before;
        await readOn(next, period);
      })();
      // Who comes next tries again from where this one stopped.
      reading = own.catch(() => undefined);
      await own.finally(() => (behind -= 1));
      last = next;
      if (behind === 0) for (const listener of listeners) listener();
    },
    onUpdate(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    board(period) {
      if (last === null || behind > 0) return null;
      return boardOf({ ...last, providerId, period, keeper, asOf: time() });
    },
  };
}
