import { readHours, hoursText } from '../../../lib/domain/directory/read-hours.ts';
import type { DayWindows, HoursProblem } from '../../../lib/domain/directory/read-hours.ts';
import { withVersion } from '../../../lib/domain/directory/versions.ts';
import type { WorkingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import { WEEKDAYS } from '../../../lib/domain/time/calendar.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { isZone } from '../../../lib/domain/time/zone-offset.ts';

export type Weekday = (typeof WEEKDAYS)[number];
export type ExceptionDraft = Readonly<{ date: string; hours: string }>;
/** Day of the month as typed; months are 1..12 as text. */
export type YearlyDraft = Readonly<{
  fromDay: string;
  fromMonth: string;
  toDay: string;
  toMonth: string;
  hours: string;
}>;

/** Opening hours as the form shows them. */
export type CalendarDraft = Readonly<{
  /** A calendar of its own, hours from a date on, or the hours in force put right. */
  mode: 'new' | 'change' | 'correct';
  name: string;
  tz: string;
  validFrom: string;
  week: Readonly<Record<Weekday, string>>;
  exceptions: readonly ExceptionDraft[];
  yearly: readonly YearlyDraft[];
  policy: 'date' | 'shift';
  source: string;
}>;

const OFFICE: OpeningHours = {
  weekly: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:00']]])),
};

const two = (text: string) => text.trim().padStart(2, '0');

export function exceptionDrafts(exceptions: OpeningHours['exceptions'] = {}): ExceptionDraft[] {
  return Object.entries(exceptions)
    .map(([date, windows]) => ({ date, hours: hoursText(windows) }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function fields(hours: OpeningHours): Pick<CalendarDraft, 'week' | 'exceptions' | 'yearly' | 'policy'> {
  const { mon, tue, wed, thu, fri, sat, sun } = hours.weekly;
  return {
    week: {
      mon: hoursText(mon),
      tue: hoursText(tue),
      wed: hoursText(wed),
      thu: hoursText(thu),
      fri: hoursText(fri),
      sat: hoursText(sat),
      sun: hoursText(sun),
    },
    exceptions: exceptionDrafts(hours.exceptions),
    yearly: (hours.recurring ?? []).map(({ from, to, windows }) => ({
      fromDay: String(Number(from.slice(3))),
      fromMonth: String(Number(from.slice(0, 2))),
      toDay: String(Number(to.slice(3))),
      toMonth: String(Number(to.slice(0, 2))),
      hours: hoursText(windows),
    })),
    policy: hours.holidayPolicy ?? 'date',
  };
}

/** A calendar that is not there yet: office hours to begin with. */
export function newCalendarDraft(tz: string, validFrom: string): CalendarDraft {
  return { mode: 'new', name: '', tz, validFrom, source: '', ...fields(OFFICE) };
}

export function calendarDraft(
  calendar: WorkingCalendar,
  hours: OpeningHours,
  mode: 'change' | 'correct',
  validFrom: string,
): CalendarDraft {
  const { name, tz, source = '' } = calendar;
  return { mode, name, tz, validFrom, source, ...fields(hours) };
}

export type CalendarProblems = Readonly<{
  name?: true;
  tz?: true;
  validFrom?: true;
  week: ReadonlyMap<Weekday, HoursProblem>;
  exceptionDates: ReadonlyMap<number, 'date' | 'twice'>;
  exceptionHours: ReadonlyMap<number, HoursProblem>;
  yearlyDays: ReadonlyMap<number, 'monthDay'>;
  yearlyHours: ReadonlyMap<number, HoursProblem>;
}>;

const bad = <K>(entries: readonly (readonly [K, string])[]): ReadonlyMap<K, HoursProblem> =>
  new Map(
    entries.flatMap(([key, typed]) => {
      const read = readHours(typed);
      return read.ok ? [] : [[key, read] as const];
    }),
  );

const monthDayOf = (day: string, month: string): string | null => {
  const text = `${two(month)}-${two(day)}`;
  return parseDate(`2024-${text}`) === null ? null : text;
};

export function calendarProblems(draft: CalendarDraft): CalendarProblems {
  const { name, tz, validFrom, week, exceptions, yearly } = draft;
  const dates = exceptions.map(({ date }) => date);
  return {
    ...(name.trim() === '' ? { name: true } : {}),
    ...(isZone(tz) ? {} : { tz: true }),
    ...(parseDate(validFrom) === null ? { validFrom: true } : {}),
    week: bad(WEEKDAYS.map((day) => [day, week[day]] as const)),
    exceptionDates: new Map(
      dates.flatMap((date, i): (readonly [number, 'date' | 'twice'])[] => {
        if (parseDate(date) === null) return [[i, 'date']];
        return dates.indexOf(date) === i ? [] : [[i, 'twice']];
      }),
    ),
    exceptionHours: bad(exceptions.map(({ hours }, i) => [i, hours] as const)),
    yearlyDays: new Map(
      yearly.flatMap(({ fromDay, fromMonth, toDay, toMonth }, i) =>
        monthDayOf(fromDay, fromMonth) === null || monthDayOf(toDay, toMonth) === null
          ? [[i, 'monthDay'] as const]
          : [],
      ),
    ),
    yearlyHours: bad(yearly.map(({ hours }, i) => [i, hours] as const)),
  };
}

export function isFine(problems: CalendarProblems): boolean {
  return Object.values(problems).every((problem) => problem instanceof Map && problem.size === 0);
}

const windowsOf = (typed: string): DayWindows => {
  const read = readHours(typed);
  return read.ok ? read.windows : [];
};

/** The hours as the form says. Call it when there is no problem. */
export function hoursFrom({ week, exceptions, yearly, policy }: CalendarDraft): OpeningHours {
  const weekly: OpeningHours['weekly'] = {};
  for (const day of WEEKDAYS) {
    const windows = windowsOf(week[day]);
    if (windows.length > 0) weekly[day] = windows;
  }
  return {
    weekly,
    ...(exceptions.length === 0
      ? {}
      : { exceptions: Object.fromEntries(exceptions.map(({ date, hours }) => [date, windowsOf(hours)])) }),
    ...(yearly.length === 0
      ? {}
      : {
          recurring: yearly.map(({ fromDay, fromMonth, toDay, toMonth, hours }) => ({
            from: monthDayOf(fromDay, fromMonth) ?? '01-01',
            to: monthDayOf(toDay, toMonth) ?? '01-01',
            windows: windowsOf(hours),
          })),
        }),
    ...(policy === 'shift' ? { holidayPolicy: policy } : {}),
  };
}

/** Dates that an edit added, changed or took out, done again to other hours. */
function carried(to: OpeningHours, before: OpeningHours | undefined, after: OpeningHours): OpeningHours {
  const [was, is] = [before?.exceptions ?? {}, after.exceptions ?? {}];
  const exceptions = { ...to.exceptions };
  for (const date of Object.keys(was)) if (!(date in is)) delete exceptions[date];
  for (const [date, windows] of Object.entries(is)) {
    if (hoursText(was[date]) !== hoursText(windows) || !(date in was)) exceptions[date] = windows;
  }
  const { exceptions: _old, ...rest } = to;
  return Object.keys(exceptions).length === 0 ? rest : { ...rest, exceptions };
}

/**
 * The calendar with the hours of the form. Dates that are put right in the hours in force are put right in later
 * versions, too: a holiday does not depend on the opening hours.
 */
export function calendarFrom(
  draft: CalendarDraft,
  before: WorkingCalendar | null,
  id: string,
): WorkingCalendar {
  const version = { validFrom: draft.validFrom, hours: hoursFrom(draft) };
  const source = draft.source.trim() === '' ? {} : { source: draft.source.trim().slice(0, 200) };
  if (before === null) return { id, name: draft.name.trim(), tz: draft.tz, versions: [version], ...source };
  const old = before.versions.find(({ validFrom }) => validFrom === draft.validFrom)?.hours;
  const others =
    draft.mode === 'correct'
      ? before.versions.map((other) =>
          other.validFrom > draft.validFrom
            ? { ...other, hours: carried(other.hours, old, version.hours) }
            : other,
        )
      : before.versions;
  return { ...before, ...source, versions: withVersion(others, version) };
}
