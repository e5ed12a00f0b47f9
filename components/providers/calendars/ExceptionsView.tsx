import { useId } from 'preact/hooks';
import { hoursText } from '../../../lib/domain/directory/read-hours.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useFormat, useText } from '../../state/locale.tsx';

/** `24 December`, of any year. */
export function useMonthDay(): (monthDay: string) => string {
  const { tag } = useFormat();
  return (monthDay) =>
    new Date(`2024-${monthDay}T12:00:00.000Z`).toLocaleDateString(tag, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
}

/** `Thu, 24 Dec 2026` */
export function useDayDate(): (date: string) => string {
  const { tag } = useFormat();
  return (date) =>
    new Date(`${date}T12:00:00.000Z`).toLocaleDateString(tag, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
}

/** Dates that are not as the week says; those to come first, past ones folded away. */
export function ExceptionsView({ hours, today }: { hours: OpeningHours; today: string }) {
  const t = useText(calendars);
  const monthDay = useMonthDay();
  const id = useId();
  const dated = Object.entries(hours.exceptions ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const past = dated.filter(([date]) => date < today);
  const yearly = hours.recurring ?? [];
  return (
    <div class="prov-two">
      <section aria-labelledby={`${id}-dates`}>
        <h2 class="prov-minor" id={`${id}-dates`}>
          {t.exceptions}
        </h2>
        {dated.length === 0 && <p class="quiet">{t.exceptionsNone}</p>}
        <DateList dates={dated.filter(([date]) => date >= today)} />
        {past.length > 0 && (
          <details class="prov-fold">
            <summary>{t.exceptionsPast(past.length)}</summary>
            <DateList dates={past.toReversed()} />
          </details>
        )}
      </section>
      <section aria-labelledby={`${id}-yearly`}>
        <h2 class="prov-minor" id={`${id}-yearly`}>
          {t.yearly}
        </h2>
        {yearly.length === 0 && <p class="quiet">{t.yearlyNone}</p>}
        <ul class="prov-dates">
          {yearly.map(({ from, to, windows }) => (
            <li key={`${from} ${to}`}>
              <span>{from === to ? monthDay(from) : t.yearlyRange(monthDay(from), monthDay(to))}</span>
              <span class="quiet">{hoursText(windows) || t.closed}</span>
            </li>
          ))}
        </ul>
        {hours.holidayPolicy === 'shift' && (
          <p class="quiet small">
            {t.policy.term}: {t.policy.shift}
          </p>
        )}
      </section>
    </div>
  );
}

function DateList({
  dates,
}: {
  dates: readonly (readonly [string, readonly (readonly [string, string])[]])[];
}) {
  const t = useText(calendars);
  const dayDate = useDayDate();
  if (dates.length === 0) return null;
  return (
    <ul class="prov-dates">
      {dates.map(([date, windows]) => (
        <li key={date}>
          <time datetime={date}>{dayDate(date)}</time>
          <span class="quiet">{windows.map(([from, to]) => `${from}–${to}`).join(', ') || t.closed}</span>
        </li>
      ))}
    </ul>
  );
}
