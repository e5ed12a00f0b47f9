import { isAroundTheClock, weekGroups } from '../../../lib/domain/directory/week-words.ts';
import type { Weekday } from '../../../lib/domain/directory/week-words.ts';
import { versionOn } from '../../../lib/domain/directory/versions.ts';
import { WEEKDAYS } from '../../../lib/domain/time/calendar.ts';
import type { CalendarRules } from '../../../lib/domain/time/calendar.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useFormat, useText } from '../../state/locale.tsx';

/** The name of a day of the week. */
export function useWeekday(): (day: Weekday, style?: 'short' | 'long') => string {
  const { tag } = useFormat();
  return (day, style = 'long') =>
    // 1 January 2024 was a Monday.
    new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day))).toLocaleDateString(tag, {
      weekday: style,
      timeZone: 'UTC',
    });
}

/** A calendar on a date in few words: `Mon–Fri 09:00–17:00`. */
export function useHoursWords(): (calendar: CalendarRules, date: string) => string {
  const t = useText(calendars);
  const weekday = useWeekday();
  return ({ versions }, date) => {
    const version = versionOn(versions, date) ?? versions[0];
    const weekly = version?.hours.weekly ?? {};
    if (isAroundTheClock(weekly)) return t.always;
    const groups = weekGroups(weekly).map(({ from, to, hours }) => {
      const days = from === to ? weekday(from, 'short') : `${weekday(from, 'short')}–${weekday(to, 'short')}`;
      return `${days} ${hours}`;
    });
    return groups.length === 0 ? t.never : groups.join(' · ');
  };
}
