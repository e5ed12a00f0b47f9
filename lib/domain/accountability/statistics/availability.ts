import { endOfMonth, dayOf } from '../../time/civil.ts';
import { DAY, MINUTE } from '../../time/instant.ts';
import { lengthOf, united, type Span } from '../../time/spans.ts';
import { zoneOf } from '../../time/zone.ts';

export type Availability = Readonly<{ total: number; down: number; percent: number | null }>;

/** (total − down) ÷ total, in any one unit; never below zero. null when there was no time. */
export function availabilityOf(total: number, down: number): Availability {
  return { total, down, percent: total > 0 ? (Math.max(0, total - down) / total) * 100 : null };
}

/** The month of a contract in the contract's zone; `month` 1..12. 44,580 minutes long in Berlin in March. */
export function monthIn(tz: string, year: number, month: number): Span {
  const first = dayOf(year, month, 1);
  const zone = zoneOf(tz);
  return [zone.instantOf(first * DAY), zone.instantOf((endOfMonth(first) + 1) * DAY)];
}

/** Whole consecutive minutes of each outage, as agreements write that ignore less; outages that overlap are one. */
export function wholeMinutesDown(outages: readonly Span[]): number {
  return united(outages).reduce((sum, [from, to]) => sum + Math.floor((to - from) / MINUTE), 0);
}

/** Milliseconds down within a span of time, without what the agreement leaves out (maintenance). */
export function downMs(whole: Span, outages: readonly Span[], excluded: readonly Span[] = []): number {
  const inside = (spans: readonly Span[]) =>
    united(spans.map(([from, to]): Span => [Math.max(from, whole[0]), Math.min(to, whole[1])]));
  const all = inside([...outages, ...excluded]);
  return lengthOf(all) - lengthOf(inside(excluded));
}

export type UserOutage = Readonly<{ users: number; minutes: number }>;

/** Availability in user minutes: an outage counts for the users that it hit. */
export function userAvailability(
  users: number,
  minutes: number,
  outages: readonly UserOutage[],
): Availability {
  return availabilityOf(
    users * minutes,
    outages.reduce((sum, outage) => sum + outage.users * outage.minutes, 0),
  );
}
