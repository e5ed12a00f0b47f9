import { issueAccount, type Around, type IssueAccount } from '../../domain/accountability/issue-account.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { MINUTE, msOf } from '../../domain/time/instant.ts';
import type { Store } from '../../storage/types/store.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import { liveUntil } from '../live-until.ts';
import type { Later } from '../timers.ts';

export type LiveIssueDeps = Readonly<{
  store: Pick<Store, 'live' | 'issue' | 'ledgers' | 'entries'>;
  reader: DirectoryReader;
  now: () => Date;
  zone: () => string;
  later: Later;
}>;

/** Since when anything is recorded here at all: the beginning of the oldest ledger. */
export async function observedSince(store: Pick<Store, 'ledgers' | 'entries'>): Promise<number | null> {
  const ledgers = await store.ledgers();
  const firsts = await Promise.all(ledgers.map(({ ledger }) => store.entries(ledger, 1, 1)));
  const begun = firsts.flat().map(({ recordedAt }) => msOf(recordedAt));
  return begun.length === 0 ? null : Math.min(...begun);
}

/** The account of one issue, now, after every change, and whenever time alone changes it. */
export function liveIssue(
  deps: LiveIssueDeps,
  id: IssueId,
  onValue: (account: IssueAccount | null) => void,
  onError: (code: string) => void,
): () => void {
  const { store, reader, now, zone } = deps;
  let stop = (): void => undefined;
  let stopped = false;
  void reader.ready().then(() => {
    if (stopped) return;
    stop = liveUntil(
      deps,
      async () => {
        const [issue, { directory }, since] = await Promise.all([
          store.issue(id),
          reader.read(),
          observedSince(store),
        ]);
        const around: Around = { observedSince: since, zone: zone() };
        return { issue, directory, around };
      },
      ({ issue, directory, around }) => {
        const account = issue === null ? null : issueAccount(issue, directory, now().getTime(), around);
        onValue(account);
        if (account === null) return null;
        const running = account.account.owner !== null && account.account.owner !== 'closed';
        const minute = running ? now().getTime() + MINUTE : Infinity;
        const next = Math.min(account.changesAt ?? Infinity, minute);
        return next === Infinity ? null : next;
      },
      onError,
    );
  });
  return () => {
    stopped = true;
    stop();
  };
}
