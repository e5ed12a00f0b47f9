import type ICALModule from 'ical.js';
import { z } from '../../../domain/z.ts';
import { ICS_LIMITS, TookTooLong } from './limits.ts';

const some = <T extends z.ZodMiniType>(one: T) => z.optional(z.union([one, z.array(one)]));

/**
 * Rules of holidays: a day of the year or month, or the n-th weekday of a month. All others are told instead of followed, because
 * the search of ical.js 2.2.1 never ends with some of them: `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`,
 * `FREQ=YEARLY;BYMONTHDAY=-31;BYDAY=-53TU`.
 */
const rule = z
  .strictObject({
    freq: z.enum(['YEARLY', 'MONTHLY']),
    interval: z.optional(z.int().check(z.gte(1), z.lte(100))),
    count: z.optional(z.int().check(z.gte(1))),
    until: z.optional(z.string()),
    wkst: z.optional(z.unknown()),
    bymonth: some(z.int().check(z.gte(1), z.lte(12))),
    bymonthday: some(z.int().check(z.gte(-31), z.lte(31))),
    byday: some(z.string().check(z.regex(/^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/))),
  })
  .check(
    z.refine(({ byday, bymonthday }) => byday === undefined || bymonthday === undefined, 'both'),
    z.refine(
      ({ freq, byday, bymonth }) => freq === 'MONTHLY' || byday === undefined || bymonth !== undefined,
    ),
  );
type Rule = z.infer<typeof rule>;

const list = <T>(value: T | readonly T[] | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value as T]; // as: not an array, so it is one of them

export type Repeats = Readonly<{ dates: readonly string[] } | { unread: true }>;

export type RepeatInput = Readonly<{
  ical: typeof ICALModule;
  /** The value of RRULE as jCal has it. */
  value: unknown;
  /** Plain date of the first one. */
  first: string;
  /** Nothing after this plain date is wanted. */
  until: string;
  /** Throws when all took too long. */
  checkTime: () => void;
}>;

/** ical.js turns 30 February into 2 March, where RFC 5545 (3.3.10) says that such a date is left out. */
function fits(date: string, first: string, { freq, bymonth, bymonthday, byday }: Rule): boolean {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const months =
    list(bymonth) ?? (freq === 'YEARLY' && byday === undefined ? [Number(first.slice(5, 7))] : undefined);
  if (months?.includes(month) === false) return false;
  const days = list(bymonthday) ?? (byday === undefined ? [Number(first.slice(8, 10))] : undefined);
  return days === undefined || days.some((wanted) => wanted < 0 || wanted === day);
}

/** The dates of a repeated entry; the first one is always among them (RFC 5545, 3.8.5.3). */
export function repeated({ ical, value, first, until, checkTime }: RepeatInput): Repeats {
  const read = rule.safeParse(value);
  if (!read.success) return { unread: true };
  const { freq, interval, count = Infinity } = read.data;
  const [bymonth, bymonthday, byday] = [read.data.bymonth, read.data.bymonthday, read.data.byday].map(list);
  const last =
    read.data.until === undefined || read.data.until > until ? until : read.data.until.slice(0, 10);
  const parts = Object.fromEntries(
    Object.entries({ freq, interval, bymonth, bymonthday, byday }).filter(([, part]) => part !== undefined),
  );
  const dates = [first];
  try {
    const iterator = ical.Recur.fromData(parts).iterator(ical.Time.fromDateString(first));
    for (let step = 0; step < ICS_LIMITS.steps && dates.length < count; step += 1) {
      checkTime();
      const next: unknown = iterator.next();
      if (!(next instanceof ical.Time)) break;
      const date = next.toString().slice(0, 10);
      if (date > last) break;
      if (date > first && fits(date, first, read.data)) dates.push(date);
    }
  } catch (error) {
    if (error instanceof TookTooLong) throw error;
    return { unread: true };
  }
  return { dates };
}
