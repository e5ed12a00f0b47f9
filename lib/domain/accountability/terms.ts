import type { Priority } from '../issue/priority.ts';
import type { CalendarRules } from '../time/calendar.ts';
import type { EventKind } from './timeline.ts';
import type { Owner } from './owner.ts';

/** What was agreed for one priority, in minutes of its calendar. What is missing was not agreed. */
export type Target = Readonly<{
  responseMin?: number;
  updateEveryMin?: number;
  restoreMin?: number;
  resolutionMin?: number;
  /** Its own working hours, where they differ from those of the agreement: P1 around the clock. */
  calendar?: CalendarRules;
}>;

export type ReopenRule = 'resume' | 'first' | 'last' | 'continuous';

/** One version of an agreement, ready for computing: its calendars are here, not their names. */
export type Terms = Readonly<{
  /** The provider's working hours. */
  calendar: CalendarRules;
  targets: Readonly<Partial<Record<Priority | 'any', Target>>>;
  /** When clocks begin: when we told them, or when it broke. */
  startAt: 'reported' | 'occurred';
  /** An automatic receipt counts as a response. */
  autoAckCounts: boolean;
  /** Provider actions that count as a response. */
  firstResponse: readonly EventKind[];
  /** Whose time stops the clocks for restoring and resolving. */
  pauseOn: readonly Owner[];
  reopen: ReopenRule;
  priorityChange: 'retroactive' | 'prospective';
  whosePriority: 'us' | 'provider';
  /** A running clock is at risk from this share of its target on. */
  atRiskPercent: number;
}>;

/** What holds where the agreement says nothing. */
export const STANDARD_TERMS: Omit<Terms, 'calendar'> = {
  targets: {},
  startAt: 'reported',
  autoAckCounts: false,
  firstResponse: [
    'acknowledged',
    'provider_update',
    'info_requested',
    'workaround_provided',
    'resolved',
    'closed_by_provider',
  ],
  pauseOn: ['us_info', 'agreed'],
  reopen: 'resume',
  priorityChange: 'retroactive',
  whosePriority: 'us',
  atRiskPercent: 75,
};

/** What was agreed for this priority; where it says nothing, what holds for any. null when nothing was agreed. */
export function targetFor({ targets }: Terms, priority: Priority | null): Target | null {
  const own = priority === null ? undefined : targets[priority];
  if (!own) return targets.any ?? null;
  return targets.any ? { ...targets.any, ...own } : own;
}
