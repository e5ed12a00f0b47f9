import { calendarDays } from '../../../lib/domain/directory/calendar-days.ts';
import { wallText } from '../../../lib/domain/directory/read-hours.ts';
import type { CalendarRules } from '../../../lib/domain/time/calendar.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { DAY, MINUTE } from '../../../lib/domain/time/instant.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { useText } from '../../state/locale.tsx';
import { DayBar, spansOfDay } from './DayBar.tsx';
import { useDayDate } from './ExceptionsView.tsx';

const DAYS = 14;
const DAY_MINUTES = 1440;

/** What the hours mean in the next two weeks, as the engine counts them. null: they cannot be read yet. */
export function Fortnight({ rules, from }: { rules: CalendarRules | null; from: string }) {
  const t = useText(calendars);
  const dayDate = useDayDate();
  const first = parseDate(from);
  if (rules === null || first === null) {
    return (
      <section class="prov-part" aria-labelledby="prov-fortnight">
        <h2 class="prov-minor" id="prov-fortnight">
          {t.preview.heading}
        </h2>
        <p class="quiet">{t.preview.bad}</p>
      </section>
    );
  }
  const [night, ...days] = calendarDays(rules, first - 1, DAYS + 1);
  const total = days.reduce((sum, { openMs }) => sum + openMs, 0);
  const end = (minute: number): string =>
    minute > DAY_MINUTES ? t.nextDay(wallText(minute - DAY_MINUTES)) : wallText(minute);
  return (
    <section class="prov-part" aria-labelledby="prov-fortnight">
      <h2 class="prov-minor" id="prov-fortnight">
        {t.preview.heading}
      </h2>
      <table class="prov-table prov-week">
        <thead class="hidden-text">
          <tr>
            <th scope="col">{t.preview.date}</th>
            <th scope="col">{t.preview.hours}</th>
            <th scope="col">{t.preview.open}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, windows, by, openMs, lengthMs }, i) => (
            <tr key={date}>
              <th scope="row">
                <time datetime={date}>{dayDate(date)}</time>
              </th>
              <td>
                <div class="prov-day">
                  <DayBar spans={spansOfDay(windows, (i === 0 ? night : days[i - 1])?.windows)} />
                  <span>
                    {windows.map(([start, stop]) => `${wallText(start)}–${end(stop)}`).join(', ') || (
                      <span class="quiet">{t.closed}</span>
                    )}
                    {by !== 'weekly' && <span class="prov-mark"> · {t.preview[by]}</span>}
                    {lengthMs !== DAY && (
                      <span class="quiet"> · {t.preview.clocks(hoursAndMinutes(lengthMs / MINUTE))}</span>
                    )}
                  </span>
                </div>
              </td>
              <td class="num">{openMs > 0 && hoursAndMinutes(openMs / MINUTE)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} />
            <td class="num quiet">{t.preview.total(hoursAndMinutes(total / MINUTE))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
