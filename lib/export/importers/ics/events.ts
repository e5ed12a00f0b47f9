import { datesBetween, type DayOff } from '../../../domain/directory/day-off.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { cutAt } from '../../../domain/text/cut.ts';
import { dateText, parseDate } from '../../../domain/time/civil.ts';
import { doubtOf } from './doubt.ts';
import type { JComponent } from './jcal.ts';
import { ICS_LIMITS } from './limits.ts';
import { repeated, type RepeatInput } from './repeats.ts';

const valuesOf = ({ properties }: JComponent, wanted: string): readonly unknown[] =>
  properties.filter(({ name }) => name === wanted).flatMap(({ values }) => values);
function textOf(event: JComponent, wanted: string): string {
  const [value] = valuesOf(event, wanted);
  return typeof value === 'string' ? value : '';
}

type Moment = Readonly<{ date: string; time: string | null }>;

function momentOf(value: unknown): Moment | null {
  if (typeof value !== 'string') return null;
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}):\d{2}Z?)?$/.exec(value);
  const date = match?.[1];
  return date === undefined || parseDate(date) === null ? null : { date, time: match?.[2] ?? null };
}
const datesOf = (values: readonly unknown[]) => values.flatMap((value) => momentOf(value)?.date ?? []);

const addDays = (date: string, days: number) => dateText((parseDate(date) ?? 0) + days);

/** `P1D`, `P2W`; hours are no days. */
function wholeDays(duration: string): number | null {
  const match = /^P(?:(\d{1,2})W)?(?:(\d{1,3})D)?$/.exec(duration);
  const days = Number(match?.[1] ?? 0) * 7 + Number(match?.[2] ?? 0);
  return match && days > 0 ? days : null;
}

const isMidnight = ({ time }: Moment) => time === null || time === '00:00';

/** How many whole days an entry lasts; null when it begins or ends within a day. The end is not part of it. */
function lengthOf(event: JComponent, start: Moment): number | null {
  if (!isMidnight(start)) return null;
  const [endValue] = valuesOf(event, 'dtend');
  if (endValue !== undefined) {
    const end = momentOf(endValue);
    if (!end || !isMidnight(end)) return null;
    const days = (parseDate(end.date) ?? 0) - (parseDate(start.date) ?? 0);
    // Some programs write the same date as the end of a whole day.
    return start.time === null ? Math.max(1, days) : days > 0 ? days : null;
  }
  const duration = textOf(event, 'duration');
  if (duration !== '') return wholeDays(duration);
  return start.time === null ? 1 : null;
}

/** What is found while the entries are gone through. */
export type Found = { readonly days: DayOff[]; timed: number; unread: number };

export type Reading = Omit<RepeatInput, 'value' | 'first'> &
  Readonly<{
    /** Plain date: nothing before it is wanted. */
    from: string;
    /** Occurrences that an entry of its own replaces: `uid date`. */
    moved: ReadonlySet<string>;
  }>;

/** Adds the whole days of one entry, or counts why there are none. */
export function addEvent(event: JComponent, reading: Reading, found: Found): void {
  if (textOf(event, 'status').toUpperCase() === 'CANCELLED') return;
  const start = momentOf(valuesOf(event, 'dtstart')[0]);
  if (!start || start.date < '1900-01-01') {
    found.unread += 1;
    return;
  }
  const length = lengthOf(event, start);
  if (length === null) {
    found.timed += 1;
    return;
  }
  const own = datesOf(valuesOf(event, 'recurrence-id')).length > 0;
  const [value] = valuesOf(event, 'rrule');
  const repeats = value === undefined || own ? null : repeated({ ...reading, value, first: start.date });
  if (repeats && 'unread' in repeats) found.unread += 1;
  const dates = repeats && 'dates' in repeats ? repeats.dates : [start.date];
  const left = new Set(datesOf(valuesOf(event, 'exdate')));
  const uid = textOf(event, 'uid');
  const name = cutAt(visibleText(textOf(event, 'summary')).replaceAll(/\s+/g, ' ').trim(), 200);
  const doubt = doubtOf(name, textOf(event, 'description'));
  for (const date of new Set([...dates, ...datesOf(valuesOf(event, 'rdate'))])) {
    if (left.has(date) || (!own && reading.moved.has(`${uid} ${date}`))) continue;
    for (const each of datesBetween(date, addDays(date, length), ICS_LIMITS.daysOfOne)) {
      if (each >= reading.from && each <= reading.until && found.days.length <= ICS_LIMITS.days)
        found.days.push({ date: each, name, closedFrom: null, doubt, note: '' });
    }
  }
}

export function movedOnes(events: readonly JComponent[]): Set<string> {
  return new Set(
    events.flatMap((event) =>
      datesOf(valuesOf(event, 'recurrence-id')).map((date) => `${textOf(event, 'uid')} ${date}`),
    ),
  );
}
