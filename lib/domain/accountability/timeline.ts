import type { Priority } from '../issue/priority.ts';
import { compareText } from '../text/compare.ts';
import type { Ms } from '../time/instant.ts';

/** What can happen between us and a provider. The same names as in entries and in the vectors. */
export const EVENT_KINDS = [
  'reported',
  'acknowledged',
  'provider_update',
  'info_requested',
  'info_provided',
  'hold_by_provider',
  'hold_released',
  'third_party_started',
  'third_party_ended',
  'agreed_wait_started',
  'agreed_wait_ended',
  'workaround_provided',
  'resolved',
  'verified',
  'reopened',
  'closed_by_provider',
  'withdrawn',
  'chased',
  'escalated',
  'priority_changed',
  'root_cause_given',
  'note',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One line of the timeline. Corrections are applied before: the engine sees only what holds. */
export type TimelineEvent = Readonly<{
  event: EventKind;
  at: Ms;
  /** It happened between at − plusMinus and at + plusMinus. Missing: exactly then. */
  plusMinusMs?: number;
  recordedAt?: Ms;
  ledger?: string;
  n?: number;
  /** An automatic receipt: no person acted. */
  automatic?: boolean;
  /** End of an agreed wait, as agreed. */
  until?: Ms;
  /** The new priority, or the first one when it comes with `reported`. */
  to?: Priority;
  /** Whose priority changed; ours when missing. */
  byWhom?: 'us' | 'provider';
}>;

/** A point in time that is known to lie between two others. */
export type Moment = Readonly<{ at: Ms; earliest: Ms; latest: Ms }>;

export function exactly(at: Ms): Moment {
  return { at, earliest: at, latest: at };
}

export function momentOf({ at, plusMinusMs = 0 }: TimelineEvent): Moment {
  return { at, earliest: at - plusMinusMs, latest: at + plusMinusMs };
}

/** Order of the timeline: when it happened, when it was written, then ledger and number. */
function compareEvents(a: TimelineEvent, b: TimelineEvent): number {
  return (
    a.at - b.at ||
    (a.recordedAt ?? a.at) - (b.recordedAt ?? b.at) ||
    compareText(a.ledger ?? '', b.ledger ?? '') ||
    (a.n ?? 0) - (b.n ?? 0)
  );
}

/** What had happened by `asOf`, in order; the order given does not matter where ledger and number are given. */
export function timelineUntil(events: readonly TimelineEvent[], asOf: Ms): TimelineEvent[] {
  return events.filter(({ at }) => at <= asOf).toSorted(compareEvents);
}
