import { DAY, type Ms } from '../../time/instant.ts';
import { rateOf, type Rate } from './compliance.ts';

export type Reopens = Readonly<{ issues: Rate; events: number }>;

/** How many of the resolved issues came back open; each counts once, the events are told beside it. */
export function reopensFrom({
  resolved,
  reopened,
  events,
}: Readonly<{ resolved: number; reopened: number; events: number }>): Reopens {
  return { issues: rateOf(reopened, resolved), events };
}

export function reopensOf(reopensPerResolvedIssue: readonly number[]): Reopens {
  return reopensFrom({
    resolved: reopensPerResolvedIssue.length,
    reopened: reopensPerResolvedIssue.filter((n) => n > 0).length,
    events: reopensPerResolvedIssue.reduce((sum, n) => sum + n, 0),
  });
}

export type Repeats = Readonly<{ occurrences: Rate; issues: Rate }>;

/** How much of what was seen had been seen before; a first sighting is no repeat. */
export function repeatsFrom({
  seen,
  repeated,
  occurrences,
}: Readonly<{ seen: number; repeated: number; occurrences: number }>): Repeats {
  return { occurrences: rateOf(occurrences - seen, occurrences), issues: rateOf(repeated, seen) };
}

export function repeatsOf(occurrencesPerIssue: readonly number[]): Repeats {
  const seen = occurrencesPerIssue.filter((n) => n > 0);
  return repeatsFrom({
    seen: seen.length,
    repeated: seen.filter((n) => n > 1).length,
    occurrences: seen.reduce((sum, n) => sum + n, 0),
  });
}

export const FAILED_FIX_DAYS = 14;

/** Whether it was seen again after a fix, at most so many days later. */
export function cameBack(
  fixedAt: readonly Ms[],
  occurrences: readonly Ms[],
  days = FAILED_FIX_DAYS,
): boolean {
  return fixedAt.some((fix) => occurrences.some((at) => at > fix && at - fix <= days * DAY));
}
