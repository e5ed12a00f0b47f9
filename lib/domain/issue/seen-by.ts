import type { Instant, LedgerId } from '../ledger/primitives.ts';
import type { Issue } from './issue.ts';

/** Occurrences that one person recorded in one log. */
export type Witness = Readonly<{
  ledger: LedgerId;
  /** null: nobody said who. */
  reporterId: string | null;
  times: number;
  lastAt: Instant;
}>;

/**
 * Who recorded an issue, in the order they first did. Each occurrence is one entry of one ledger, so that nothing is
 * counted twice however often a ledger was taken in.
 */
export function seenBy({ occurrences }: Pick<Issue, 'occurrences'>): readonly Witness[] {
  const seen = new Map<string, Witness>();
  for (const { ledger, by, at } of occurrences) {
    const reporterId = by.reporterId ?? null;
    const key = `${ledger} ${reporterId ?? ''}`;
    const before = seen.get(key);
    const lastAt = before !== undefined && before.lastAt > at ? before.lastAt : at;
    seen.set(key, { ledger, reporterId, times: (before?.times ?? 0) + 1, lastAt });
  }
  return [...seen.values()];
}
