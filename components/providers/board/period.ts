import type { Period } from '../../../lib/app/accounts/account-service.ts';
import { dateIn } from '../../../lib/domain/accountability/terms-of.ts';
import { civilOf, dayOf, parseDate } from '../../../lib/domain/time/civil.ts';
import type { Day } from '../../../lib/domain/time/civil.ts';
import { DAY } from '../../../lib/domain/time/instant.ts';
import type { Ms } from '../../../lib/domain/time/instant.ts';
import { zoneOf } from '../../../lib/domain/time/zone.ts';

export const PERIODS = [
  'd30',
  'd90',
  'm12',
  'month',
  'lastMonth',
  'quarter',
  'lastQuarter',
  'year',
  'all',
] as const;
export type PeriodKey = (typeof PERIODS)[number];

/** The first day of a month, counted from the one of `day`. */
function monthStart(day: Day, months: number): Day {
  const { year, month } = civilOf(day);
  const index = year * 12 + month - 1 + months;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

function quarterStart(day: Day, quarters: number): Day {
  return monthStart(day, quarters * 3 - ((civilOf(day).month - 1) % 3));
}

function daysOf(key: Exclude<PeriodKey, 'all'>, today: Day): readonly [from: Day, to: Day] {
  const after = today + 1;
  switch (key) {
    case 'd30':
      return [after - 30, after];
    case 'd90':
      return [after - 90, after];
    case 'm12':
      return [monthStart(today, -12) + (civilOf(today).day - 1) + 1, after];
    case 'month':
      return [monthStart(today, 0), after];
    case 'lastMonth':
      return [monthStart(today, -1), monthStart(today, 0)];
    case 'quarter':
      return [quarterStart(today, 0), after];
    case 'lastQuarter':
      return [quarterStart(today, -1), quarterStart(today, 0)];
    case 'year':
      return [dayOf(civilOf(today).year, 1, 1), after];
  }
}

/** A period by its name, as of an instant, from midnight to midnight of a zone; null: all time. */
export function periodOf(key: PeriodKey, now: Ms, tz: string): Period {
  if (key === 'all') return null;
  const [from, to] = daysOf(key, parseDate(dateIn(tz, now)) ?? 0);
  const zone = zoneOf(tz);
  return { from: zone.instantOf(from * DAY), to: zone.instantOf(to * DAY) };
}
