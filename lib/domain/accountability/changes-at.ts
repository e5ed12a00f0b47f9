import type { IssuePromise } from '../issue/promises-of.ts';
import { msOf, type Ms } from '../time/instant.ts';
import type { Account } from './account.ts';
import type { TimelineEvent } from './timeline.ts';

type Known = Readonly<{
  account: Account | null;
  /** Also those that were entered for later. */
  events: readonly TimelineEvent[];
  promises: readonly IssuePromise[];
  /** When a deadline for a claim passes. */
  deadlines: readonly Ms[];
  asOf: Ms;
}>;

/** The next instant at which what is said here is no longer so although nobody wrote anything; null: none. */
export function changesAt({ account, events, promises, deadlines, asOf }: Known): Ms | null {
  const { response = null, restore = null, resolution = null, update = null } = account?.clocks ?? {};
  const open = [response, restore, resolution].filter((clock) => clock !== null && clock.stoppedAt === null);
  const moments = [
    // Due is the last moment that is still in time: it turns one millisecond later.
    ...open.flatMap((clock) => (clock === null ? [] : [clock.atRiskFrom, clock.overdueFrom])),
    update?.dueAt == null ? null : update.dueAt + 1,
    ...events.flatMap(({ at, until }) => [at, until ?? null]),
    ...promises
      .filter(({ deliveredAt, withdrawn }) => deliveredAt === null && withdrawn === null)
      .map(({ due }) => msOf(due) + 1),
    ...deadlines,
  ];
  const later = moments.filter((at) => at !== null && at > asOf).map((at) => at ?? 0);
  return later.length === 0 ? null : Math.min(...later);
}
