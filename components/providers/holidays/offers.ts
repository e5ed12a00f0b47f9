import {
  exceptionOn,
  withDaysOff,
  type DayOff,
  type Exceptions,
} from '../../../lib/domain/directory/day-off.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { dayWindowsOf } from '../../../lib/domain/time/day-plan.ts';

/** A day off as it is offered for these hours. */
export type Offer = Readonly<{
  key: string;
  day: DayOff;
  year: string;
  /** What the hours say about the date now: nothing of its own, exactly this, or something else. */
  here: 'nothing' | 'already' | 'special';
  /** It is closed on that date already, by the week or a yearly closure. */
  closedAnyway: boolean;
}>;

const keyOf = ({ date, closedFrom, name }: DayOff) => `${date} ${closedFrom ?? ''} ${name}`;

function hereOf(hours: OpeningHours, day: DayOff): Offer['here'] {
  const kind = exceptionOn(hours, day.date);
  if (kind === 'none') return 'nothing';
  const would = JSON.stringify(withDaysOff(hours, [day])[day.date]);
  return would === JSON.stringify(hours.exceptions?.[day.date]) ? 'already' : 'special';
}

export function offersOf(hours: OpeningHours, days: readonly DayOff[]): readonly Offer[] {
  const windowsOn = dayWindowsOf({ tz: 'UTC', versions: [{ validFrom: '1970-01-01', hours }] });
  return days.map((day) => ({
    key: keyOf(day),
    day,
    year: day.date.slice(0, 4),
    here: hereOf(hours, day),
    closedAnyway: windowsOn(parseDate(day.date) ?? 0).length === 0,
  }));
}

/** Ticked before anybody says anything: what is surely a holiday, and nothing that somebody wrote otherwise. */
export function tickedAtFirst(offers: readonly Offer[]): ReadonlySet<string> {
  return new Set(
    offers.filter(({ day, here }) => day.doubt === null && here === 'nothing').map(({ key }) => key),
  );
}

export const isTicked = (ticked: ReadonlySet<string>, { key, here }: Offer): boolean =>
  here === 'already' || ticked.has(key);

/** How many of them would change something. */
export function countTicked(offers: readonly Offer[], ticked: ReadonlySet<string>): number {
  return offers.filter(({ key, here }) => here !== 'already' && ticked.has(key)).length;
}

export function exceptionsWith(
  hours: OpeningHours,
  offers: readonly Offer[],
  ticked: ReadonlySet<string>,
): Exceptions {
  const chosen = offers.filter(({ key, here }) => here !== 'already' && ticked.has(key));
  return withDaysOff(
    hours,
    chosen.map(({ day }) => day),
  );
}

/** `DE-BY, closures.ics`: where the days of a calendar came from, each once. */
export function sourcesWith(source: string | undefined, added: string): string {
  const parts = [...(source ?? '').split(', ').filter((part) => part !== ''), added];
  return [...new Set(parts)].join(', ').slice(0, 200).toWellFormed();
}
