import { z } from '../z.ts';
import { text } from '../ledger/primitives.ts';
import { parseDate } from './civil.ts';
import { isZone } from './zone-offset.ts';

/** An IANA zone that this browser knows, such as `Europe/Berlin`. */
export const zoneName = text(60).check(z.refine(isZone, 'unknown time zone'));

/** A date without zone, `2026-03-29`, that exists in the calendar. */
export const plainDate = z.string().check(z.refine((date) => parseDate(date) !== null, 'no such date'));

/** `00:00` … `24:00`, as the clock on the wall of the calendar's zone shows it. */
const wallTime = z.string().check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** Open from … up to. An end that is not after the start is on the next day: `22:00`–`06:00`, `00:00`–`00:00`. */
const dayWindow = z.tuple([wallTime, wallTime]);
const dayWindows = z.array(dayWindow).check(z.maxLength(48));

/** A day of any year; `02-29` is allowed. */
const monthDay = z.string().check(
  z.regex(/^\d{2}-\d{2}$/),
  z.refine((date) => parseDate(`2024-${date}`) !== null, 'no such day of the year'),
);

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const weekly = z.strictObject({
  mon: z.optional(dayWindows),
  tue: z.optional(dayWindows),
  wed: z.optional(dayWindows),
  thu: z.optional(dayWindows),
  fri: z.optional(dayWindows),
  sat: z.optional(dayWindows),
  sun: z.optional(dayWindows),
});

/** Working hours as they are from one date on. */
export const openingHours = z.strictObject({
  weekly,
  /** Date → windows that replace the weekly plan; [] = closed. */
  exceptions: z.optional(z.record(plainDate, dayWindows)),
  /** Every year, both days included; may cross New Year. A dated exception goes first, then the first that fits. */
  recurring: z.optional(
    z.array(z.strictObject({ from: monthDay, to: monthDay, windows: dayWindows })).check(z.maxLength(100)),
  ),
  /**
   * What an exception does to a night shift that began the day before: `date` (when missing) ends it at midnight,
   * `shift` lets it finish.
   */
  holidayPolicy: z.optional(z.enum(['date', 'shift'])),
});
export type OpeningHours = z.infer<typeof openingHours>;

const ascending = (versions: readonly { validFrom: string }[]) =>
  versions.every(({ validFrom }, i) => i === 0 || validFrom > (versions[i - 1]?.validFrom ?? ''));

/** Working hours of one side, in its zone, by effective date. Before its first date the first version counts. */
export const calendarRules = z.strictObject({
  tz: zoneName,
  versions: z
    .array(z.strictObject({ validFrom: plainDate, hours: openingHours }))
    .check(z.minLength(1), z.maxLength(200), z.refine(ascending, 'versions must follow each other by date')),
});
export type CalendarRules = Readonly<z.infer<typeof calendarRules>>;
