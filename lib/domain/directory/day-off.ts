import type { OpeningHours } from '../time/calendar.ts';
import { dateText, parseDate } from '../time/civil.ts';
import { dayWindowsOf } from '../time/day-plan.ts';

/** A holiday or closure that may be taken into a calendar, wherever it came from. */
export type DayOff = Readonly<{
  /** Plain date: it has no zone. */
  date: string;
  name: string;
  /** `14:00`: open until then. null: closed all day. */
  closedFrom: string | null;
  /** Not taken unless somebody says so, and why: for banks or some people only, or no holiday at all. */
  doubt: 'bank' | 'some' | 'no_holiday' | null;
  /** Whom it concerns, as its source says; ''. */
  note: string;
}>;

type Windows = NonNullable<OpeningHours['weekly']['mon']>;
export type Exceptions = Readonly<Record<string, Windows>>;

const DAY_MINUTES = 1440;
const two = (n: number) => String(n).padStart(2, '0');
const wall = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What is open on that date before it closes; also the end of a night that began the day before. */
function openUntil(hours: OpeningHours, date: string, closedFrom: string): Windows {
  const day = parseDate(date);
  if (day === null) return [];
  const end = minutesOf(closedFrom);
  const windowsOn = dayWindowsOf({ tz: 'UTC', versions: [{ validFrom: '1970-01-01', hours }] });
  // An exception ends the night before it at midnight, unless the policy lets it finish.
  const night =
    hours.holidayPolicy === 'shift'
      ? []
      : windowsOn(day - 1)
          .filter(([, to]) => to > DAY_MINUTES)
          .map(([from, to]): readonly [number, number] => [
            Math.max(0, from - DAY_MINUTES),
            to - DAY_MINUTES,
          ]);
  return [...night, ...windowsOn(day)]
    .map(([from, to]) => [from, Math.min(to, end)] as const)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => [wall(from), wall(to)]);
}

/**
 * The exceptions of these hours with the days off among them. A whole day is closed; a half day keeps what is open before it,
 * so that it never opens what was closed. Of several on one date the one that closes more counts.
 */
export function withDaysOff(hours: OpeningHours, days: readonly DayOff[]): Exceptions {
  const closing = new Map<string, string | null>();
  for (const { date, closedFrom } of days) {
    const known = closing.get(date);
    const earlier = known === undefined || (known !== null && closedFrom !== null && closedFrom < known);
    if (earlier || closedFrom === null) closing.set(date, closedFrom);
  }
  const inOrder = [...closing].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let exceptions = hours.exceptions ?? {};
  for (const [date, from] of inOrder) {
    const windows = from === null ? [] : openUntil({ ...hours, exceptions }, date, from);
    exceptions = { ...exceptions, [date]: windows };
  }
  return exceptions;
}

/** What the hours already say about that date by itself: nothing, closed, or hours of its own. */
export function exceptionOn(hours: OpeningHours, date: string): 'none' | 'closed' | 'special' {
  const exceptions = hours.exceptions ?? {};
  const windows = Object.hasOwn(exceptions, date) ? exceptions[date] : undefined;
  if (windows === undefined) return 'none';
  return windows.length === 0 ? 'closed' : 'special';
}

/** Every date from the first up to but without the end; at most `limit`. */
export function datesBetween(from: string, end: string, limit: number): string[] {
  const [first, last] = [parseDate(from), parseDate(end)];
  if (first === null || last === null) return [];
  return Array.from({ length: Math.max(0, Math.min(limit, last - first)) }, (_, i) => dateText(first + i));
}
