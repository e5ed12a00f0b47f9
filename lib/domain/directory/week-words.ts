import { WEEKDAYS, type OpeningHours } from '../time/calendar.ts';
import { hoursText, openMinutes } from './read-hours.ts';

export type Weekday = (typeof WEEKDAYS)[number];

/** Days that follow each other with the same hours: Monday to Friday, 09:00–17:00. Closed days are left out. */
export type WeekGroup = Readonly<{ from: Weekday; to: Weekday; hours: string }>;

export function weekGroups(weekly: OpeningHours['weekly']): WeekGroup[] {
  const groups: WeekGroup[] = [];
  let before = '';
  for (const day of WEEKDAYS) {
    const hours = hoursText(weekly[day]);
    const last = groups.at(-1);
    if (hours !== '') {
      if (last && hours === before) groups[groups.length - 1] = { ...last, to: day };
      else groups.push({ from: day, to: day, hours });
    }
    before = hours;
  }
  return groups;
}

/** Minutes open in a week without a change of the clocks. */
export function weekMinutes(weekly: OpeningHours['weekly']): number {
  return WEEKDAYS.reduce((sum, day) => sum + openMinutes(weekly[day]), 0);
}

const WEEK_MINUTES = 7 * 1440;

export function isAroundTheClock(weekly: OpeningHours['weekly']): boolean {
  return weekMinutes(weekly) >= WEEK_MINUTES;
}
