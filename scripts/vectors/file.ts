import type { CalendarRules } from '../../lib/domain/time/calendar.ts';
import { calendarRules, openingHours } from '../../lib/domain/time/calendar.ts';
import type { Span } from '../../lib/domain/time/spans.ts';
import { z } from '../../lib/domain/z.ts';

/** One thing that is not as the vectors say. */
export type Failure = Readonly<{ id: string; field: string; expected: unknown; actual: unknown }>;

/** Checks one case of a group and says what is wrong with it. Throws when it cannot make sense of the case. */
export type CheckCase = (value: unknown, calendars: Calendars) => readonly Omit<Failure, 'id'>[];

export type Calendars = ReadonlyMap<string, CalendarRules>;

/** ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true });
export const span = z.tuple([instant, instant]);
export const caseHead = { id: z.string(), why: z.optional(z.string()) };

export const ms = (at: string): number => Date.parse(at);
export const spanOf = ([from, to]: readonly [string, string]): Span => [ms(from), ms(to)];

const vectorCalendar = z.extend(openingHours, { tz: z.string() });

/** The calendars of a vectors file hold one version each. */
export function readCalendars(value: unknown): Calendars {
  const given = z.record(z.string(), vectorCalendar).parse(value ?? {});
  return new Map(
    Object.entries(given).map(([id, { tz, ...hours }]) => [
      id,
      calendarRules.parse({ tz, versions: [{ validFrom: '1900-01-01', hours }] }),
    ]),
  );
}

export function calendarOf(calendars: Calendars, id: string): CalendarRules {
  const found = calendars.get(id);
  if (!found) throw new Error(`there is no calendar called ${id}`);
  return found;
}
