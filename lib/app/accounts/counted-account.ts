import { accountOfSource, type Around } from '../../domain/accountability/account-of-source.ts';
import { accountRowOf } from '../../domain/accountability/account-row.ts';
import type { AccountSource } from '../../domain/accountability/account-source.ts';
import type { Counted } from '../../domain/accountability/board/board-sums.ts';
import type { CountedOfTeams } from '../../domain/accountability/board/team-sums.ts';
import { growthOf } from '../../domain/accountability/growth.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Priority } from '../../domain/issue/priority.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { KeptAccount } from '../../storage/types/accounts.ts';

/** An account as boards count it. */
export type CountedAccount = Counted &
  CountedOfTeams &
  Readonly<{
    firstAt: Ms | null;
    priority: Priority | null;
    /** To make it anew when more than time changes it; null: it is closed. */
    again: Readonly<{ id: IssueId; source: AccountSource }> | null;
  }>;

export type CountedAsOf = Readonly<{ directory: Directory; around: Around; asOf: Ms }>;

/** What is still open, at an instant; null: it has no provider any more. */
export function countedAgain(
  again: NonNullable<CountedAccount['again']>,
  { directory, around, asOf }: CountedAsOf,
): CountedAccount | null {
  const { id, source } = again;
  const made = accountOfSource(source, directory, asOf, around);
  const { figures, sightings, firstAt, priority } = accountRowOf(id, source, made, directory);
  if (figures === null) return null;
  return { figures, sightings, firstAt, priority, growth: growthOf(made, source), asOf, again };
}

/** A stored account; what is open has gone on since. null: it has no provider. */
export function counted({ v, source }: KeptAccount, now: CountedAsOf): CountedAccount | null {
  if (v.turn !== 'closed') return countedAgain({ id: v.id, source }, now);
  const { figures, sightings, firstAt, priority, asOf } = v;
  return figures === null ? null : { figures, sightings, firstAt, priority, growth: null, asOf, again: null };
}
