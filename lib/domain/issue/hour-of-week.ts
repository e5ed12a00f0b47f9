import type { Instant } from '../ledger/primitives.ts';
import { weekdayOf } from '../time/civil.ts';
import { DAY, HOUR, MINUTE, msOf } from '../time/instant.ts';

type Moment = Readonly<{ at: Instant; offsetMin: number }>;

/** How often in each hour of the week on the clock where it happened: seven days from Monday, 24 hours each. */
export type HoursOfWeek = readonly (readonly number[])[];

/** Where in the week most of it falls; `of` = all, `count` = how many of them. Hours from `from` up to `to`. */
export type WeekPattern =
  | Readonly<{ kind: 'too-few' | 'spread'; count: number; of: number }>
  | Readonly<{ kind: 'day-hours'; day: number; from: number; to: number; count: number; of: number }>
  | Readonly<{ kind: 'day'; day: number; count: number; of: number }>
  | Readonly<{ kind: 'hours'; from: number; to: number; count: number; of: number }>;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

export function hoursOfWeek(moments: readonly Moment[]): HoursOfWeek {
  const week = DAYS.map(() => HOURS.map(() => 0));
  for (const { at, offsetMin } of moments) {
    const local = msOf(at) + offsetMin * MINUTE;
    const date = Math.floor(local / DAY);
    const day = week[weekdayOf(date)];
    const hour = Math.floor((local - date * DAY) / HOUR);
    if (day !== undefined) day[hour] = (day[hour] ?? 0) + 1;
  }
  return week;
}

/** Fewer than this show no habit, whatever they look like. */
const ENOUGH = 4;
/** "Mostly" is said of three hours, a day or both only where they hold this much of it. */
const MOSTLY = 0.6;
const WINDOW = 3;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

type Found = Readonly<{ at: number; count: number }>;

/** The earliest of the largest. */
function largest(counts: readonly number[]): Found {
  const count = Math.max(...counts);
  return { at: counts.indexOf(count), count };
}

/** The three hours in a row with the most, shortened to those in which something happened. */
function busiestHours(day: readonly number[]): Readonly<{ from: number; to: number; count: number }> {
  const starts = HOURS.slice(0, HOURS.length - WINDOW + 1);
  const { at, count } = largest(starts.map((from) => sum(day.slice(from, from + WINDOW))));
  const hit = HOURS.slice(at, at + WINDOW).filter((hour) => (day[hour] ?? 0) > 0);
  return { from: hit[0] ?? at, to: (hit.at(-1) ?? at) + 1, count };
}

/** The narrowest thing that can honestly be said: three hours of one day, then one day, then three hours of any day. */
export function weekPattern(week: HoursOfWeek): WeekPattern {
  const of = sum(week.map(sum));
  if (of < ENOUGH) return { kind: 'too-few', count: of, of };
  const enough = (count: number): boolean => count >= of * MOSTLY;
  const perDay = week.map(busiestHours);
  const best = largest(perDay.map(({ count }) => count));
  const hours = perDay[best.at];
  if (hours !== undefined && enough(best.count)) return { kind: 'day-hours', day: best.at, ...hours, of };
  const day = largest(week.map(sum));
  if (enough(day.count)) return { kind: 'day', day: day.at, count: day.count, of };
  const anyDay = busiestHours(HOURS.map((hour) => sum(week.map((one) => one[hour] ?? 0))));
  if (enough(anyDay.count)) return { kind: 'hours', ...anyDay, of };
  return { kind: 'spread', count: 0, of };
}
