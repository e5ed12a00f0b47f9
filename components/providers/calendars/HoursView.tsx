import { hoursText, openMinutes } from '../../../lib/domain/directory/read-hours.ts';
import type { DayWindows } from '../../../lib/domain/directory/read-hours.ts';
import { weekMinutes } from '../../../lib/domain/directory/week-words.ts';
import { WEEKDAYS } from '../../../lib/domain/time/calendar.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { useText } from '../../state/locale.tsx';
import { DayBar, spansOfDay } from './DayBar.tsx';
import { ExceptionsView } from './ExceptionsView.tsx';
import { useWeekday } from './use-hours-words.ts';

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Windows in minutes since midnight, as they are drawn. */
export function minutesOf(windows: DayWindows | undefined): (readonly [number, number])[] {
  return (windows ?? []).map(([from, to]) => {
    const [start, end] = [minutes(from), minutes(to)];
    return [start, end <= start ? end + 1440 : end] as const;
  });
}

/** The week as a table that is its own picture, and what differs from it. */
export function HoursView({ hours, today }: { hours: OpeningHours; today: string }) {
  const t = useText(calendars);
  const weekday = useWeekday();
  return (
    <>
      <table class="prov-table prov-week">
        <caption class="hidden-text">{t.week}</caption>
        <thead class="hidden-text">
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.hours}</th>
            <th scope="col">{t.openFor}</th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((day, at) => {
            const windows = hours.weekly[day];
            const before = WEEKDAYS[(at + 6) % 7];
            return (
              <tr key={day}>
                <th scope="row">{weekday(day)}</th>
                <td>
                  <div class="prov-day">
                    <DayBar
                      spans={spansOfDay(minutesOf(windows), minutesOf(before && hours.weekly[before]))}
                    />
                    <span>{hoursText(windows) || <span class="quiet">{t.closed}</span>}</span>
                  </div>
                </td>
                <td class="num">{windows && windows.length > 0 && hoursAndMinutes(openMinutes(windows))}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} />
            <td class="num quiet">{t.perWeek(hoursAndMinutes(weekMinutes(hours.weekly)))}</td>
          </tr>
        </tfoot>
      </table>
      <ExceptionsView hours={hours} today={today} />
    </>
  );
}
