import { dateText, parseDate } from '../../lib/domain/time/civil.ts';
import { DAY } from '../../lib/domain/time/instant.ts';
import { zoneOf } from '../../lib/domain/time/zone.ts';
import { isZone } from '../../lib/domain/time/zone-offset.ts';

/** Dates as date fields have them, both included. */
export type Days = Readonly<{ from: string; to: string }>;
type Period = Readonly<{ from: number; to: number }>;

/** null: not two days in this order. */
export function periodOfDays({ from, to }: Days, zone: string): Period | null {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === null || last === null || last < first) return null;
  const clock = zoneOf(zone);
  return { from: clock.instantOf(first * DAY), to: clock.instantOf((last + 1) * DAY) };
}

/** The days on which the period begins and ends. */
export function daysOf({ from, to }: Period, zone: string): Days {
  const day = (at: number) => dateText(Math.floor((at + zoneOf(zone).offsetAt(at)) / DAY));
  return { from: day(from), to: day(to - 1) };
}

export const zoneIsKnown = (zone: string): boolean => zone !== '' && isZone(zone);
