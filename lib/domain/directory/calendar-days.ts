import { businessMs } from '../time/business-time.ts';
import type { CalendarRules } from '../time/calendar.ts';
import { dateText, type Day } from '../time/civil.ts';
import { dayPlansOf, type DayPlan } from '../time/day-plan.ts';
import { DAY } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';

/** One date of a calendar as the engine counts it. */
export type CalendarDay = DayPlan &
  Readonly<{
    date: string;
    /** Open between this midnight and the next: with what is left of the night before, and as long as the day really is. */
    openMs: number;
    /** Length of the day in its zone: 23 or 25 hours where the clocks change. */
    lengthMs: number;
  }>;

/** So many dates from one on, to see what rules mean before they are used. */
export function calendarDays(rules: CalendarRules, first: Day, count: number): CalendarDay[] {
  const planOf = dayPlansOf(rules);
  const zone = zoneOf(rules.tz);
  return Array.from({ length: count }, (_, i) => {
    const day = first + i;
    const [from, to] = [zone.instantOf(day * DAY), zone.instantOf((day + 1) * DAY)];
    const { windows, by } = planOf(day);
    return { windows, by, date: dateText(day), openMs: businessMs(rules, from, to), lengthMs: to - from };
  });
}
