import type { Ms } from '../time/instant.ts';
import type { Account } from './account.ts';
import type { TimelineEvent } from './timeline.ts';

/** The earliest of these that is still to come; null: none. */
export function nextOf(moments: readonly (Ms | null)[], asOf: Ms): Ms | null {
  let next = Infinity;
  for (const at of moments) if (at !== null && at > asOf && at < next) next = at;
  return next === Infinity ? null : next;
}

/** What begins in this very moment has taken no time yet, and counts from the next millisecond on. */
export const counting = (at: Ms, asOf: Ms): Ms => (at === asOf ? asOf + 1 : at);

/**
 * The next instant at which an account is no longer right although nobody wrote anything; null: none. `events` also
 * those that were entered for later. Minutes that merely pass are no change.
 */
export function changesAt({ clocks }: Account, events: readonly TimelineEvent[], asOf: Ms): Ms | null {
  const { response, restore, resolution, update } = clocks;
  const open = [response, restore, resolution].flatMap((clock) =>
    clock === null || clock.stoppedAt !== null ? [] : [clock.atRiskFrom, clock.overdueFrom],
  );
  // Due is the last moment that is still in time: it turns one millisecond later.
  const word = update?.dueAt == null ? null : update.dueAt + 1;
  const moments = events
    .flatMap(({ at, until }) => (until === undefined ? [at] : [at, until]))
    .map((at) => counting(at, asOf));
  return nextOf([...open, word, ...moments], asOf);
}
