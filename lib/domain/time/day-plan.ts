import { WEEKDAYS, type CalendarRules, type OpeningHours } from './calendar.ts';
import { civilOf, parseDate, weekdayOf, type Day } from './civil.ts';
import { lastUpTo } from './sorted.ts';

/** Minutes of wall time since the day's midnight, half-open; an end past 1440 is on the next day. */
type Window = readonly [from: number, to: number];
const DAY_MINUTES = 1440;

/** What the calendar says about one date, and what says so: the weekly plan, a dated exception, a yearly closure. */
export type DayPlan = Readonly<{ windows: readonly Window[]; by: 'weekly' | 'exception' | 'yearly' }>;
type Plan = DayPlan & Readonly<{ cutsNights: boolean }>;

type WallWindows = readonly (readonly [string, string])[];

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function parsed(windows: WallWindows = []): Window[] {
  return windows.map(([from, to]) => {
    const [start, end] = [minutes(from), minutes(to)];
    return [start, end <= start ? end + DAY_MINUTES : end];
  });
}

/** Month and day as one number that grows through the year: 12-24 → 1224. */
const yearDay = (monthDay: string) => Number(monthDay.slice(0, 2)) * 100 + Number(monthDay.slice(3));

function coversDay(date: Day): (range: Readonly<{ from: number; to: number }>) => boolean {
  const { month, day } = civilOf(date);
  const at = month * 100 + day;
  return ({ from, to }) => (from <= to ? from <= at && at <= to : at >= from || at <= to);
}

function compiled(hours: OpeningHours): (day: Day) => Plan {
  const cutsNights = hours.holidayPolicy !== 'shift';
  const plan = (wall: WallWindows | undefined, by: Plan['by']): Plan => {
    const windows = parsed(wall);
    return { windows, by, cutsNights: cutsNights && windows.some(([, to]) => to > DAY_MINUTES) };
  };
  const weekly = WEEKDAYS.map((name) => plan(hours.weekly[name], 'weekly'));
  const exceptions = new Map(
    Object.entries(hours.exceptions ?? {}).map(([date, windows]) => [
      parseDate(date),
      plan(windows, 'exception'),
    ]),
  );
  const yearly = (hours.recurring ?? []).map(({ from, to, windows }) => ({
    from: yearDay(from),
    to: yearDay(to),
    plan: plan(windows, 'yearly'),
  }));

  return (day) => {
    const exception = exceptions.get(day);
    if (exception) return exception;
    const closure = yearly.length === 0 ? undefined : yearly.find(coversDay(day));
    return closure?.plan ?? weekly[weekdayOf(day)] ?? plan([], 'weekly');
  };
}

const NEVER_OPEN: DayPlan = { windows: [], by: 'weekly' };

/** The windows that begin on a date, as minutes of wall time; night shifts cut at midnight where the policy says so. */
export function dayPlansOf({ versions }: CalendarRules): (day: Day) => DayPlan {
  const validFrom = versions.map((version) => parseDate(version.validFrom) ?? 0);
  const plans = versions.map(({ hours }) => compiled(hours));
  const planOf = (day: Day): Plan | undefined => plans[Math.max(0, lastUpTo(validFrom, day))]?.(day);

  return (day) => {
    const plan = planOf(day);
    if (!plan) return NEVER_OPEN;
    if (!plan.cutsNights || (planOf(day + 1)?.by ?? 'weekly') === 'weekly') return plan;
    return {
      by: plan.by,
      windows: plan.windows
        .map(([from, to]): Window => [from, Math.min(to, DAY_MINUTES)])
        .filter(([from, to]) => from < to),
    };
  };
}

/** The same without saying why. */
export function dayWindowsOf(rules: CalendarRules): (day: Day) => readonly Window[] {
  const planOf = dayPlansOf(rules);
  return (day) => planOf(day).windows;
}
