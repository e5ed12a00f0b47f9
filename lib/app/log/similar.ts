import type { Suggestion } from '../../domain/issue/suggestion.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Store } from '../../storage/types/store.ts';

/** `ours`: recorded at least once in this log. By the id of the log: two logs can have the same code. */
export type Similar = Suggestion & Readonly<{ ours: boolean }>;

/** Issues that may be the same problem as this one, the likeliest first. */
export async function similarTo(store: Store, id: IssueId, limit: number): Promise<readonly Similar[]> {
  const [found, ledgers] = await Promise.all([store.suggest(id, limit), store.ledgers()]);
  const own = ledgers.find((ledger) => ledger.own)?.ledger;
  const alone = ledgers.length < 2;
  return Promise.all(
    found.map(async (one) => ({
      ...one,
      ours:
        alone || ((await store.issue(one.issueId))?.occurrences.some(({ ledger }) => ledger === own) ?? true),
    })),
  );
}
