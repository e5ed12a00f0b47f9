import { businessMs } from '../../time/business-time.ts';
import type { CalendarRules } from '../../time/calendar.ts';
import { MINUTE } from '../../time/instant.ts';
import { united, type Span } from '../../time/spans.ts';

export type Loss = Readonly<{
  users: number;
  minutes: number;
  /** 0 = a nuisance, 1 = nobody could work. */
  degradation: number;
}>;

/** Σ users × minutes × degradation, in person minutes. An estimate by those who reported it: say so wherever it stands. */
export function lostMinutes(losses: readonly Loss[]): number {
  return losses.reduce((sum, { users, minutes, degradation }) => sum + users * minutes * degradation, 0);
}

export type Estimate = Readonly<{ low: number; likely: number; high: number }>;

/** What users and degradation may have been; the minutes are those of our working hours that any of the spans covers. */
export type LossRange = Readonly<{ spans: readonly Span[]; users: Estimate; degradation: Estimate }>;

/** Only inside our agreed service hours (ITIL: downtime within Agreed Service Time); overlaps count once. */
export function lostTime(losses: readonly LossRange[], ours: CalendarRules): Estimate {
  const by = (key: keyof Estimate) =>
    lostMinutes(
      losses.map(({ spans, users, degradation }) => ({
        users: users[key],
        degradation: degradation[key],
        minutes: united(spans).reduce((sum, [from, to]) => sum + businessMs(ours, from, to), 0) / MINUTE,
      })),
    );
  return { low: by('low'), likely: by('likely'), high: by('high') };
}
