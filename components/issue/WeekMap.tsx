import { useMemo } from 'preact/hooks';
import { hoursOfWeek, weekPattern } from '../../lib/domain/issue/hour-of-week.ts';
import type { WeekPattern } from '../../lib/domain/issue/hour-of-week.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { again } from '../../lib/i18n/again/again.ts';
import type { AgainWords } from '../../lib/i18n/again/again.ts';
import type { Format } from '../../lib/i18n/format.ts';
import { useFormat, useText } from '../state/locale.tsx';

/** A Monday; only its weekday and hours are ever shown. */
const hourAt = (day: number, hour: number): Date => new Date(Date.UTC(2024, 0, 1 + day, hour));

/** Where in the week it happens: a sentence, and a table that is its own picture: each field holds its number. */
export function WeekMap({ occurrences }: Pick<Issue, 'occurrences'>) {
  const t = useText(again).week;
  const format = useFormat();
  const week = useMemo(() => hoursOfWeek(occurrences), [occurrences]);
  const most = Math.max(...week.flat());
  const day = (of: number, style: 'short' | 'long'): string =>
    hourAt(of, 12).toLocaleDateString(format.tag, { weekday: style, timeZone: 'UTC' });
  return (
    <figure class="week">
      <figcaption>{patternWords(weekPattern(week), t, format, (of) => day(of, 'long'))}</figcaption>
      <table class="week-table">
        <caption class="hidden-text">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden-text">{t.day}</span>
            </th>
            {week[0]?.map((_, hour) => (
              <th scope="col" key={hour}>
                {hour % 6 === 0 && <span aria-hidden="true">{hour}</span>}
                <span class="hidden-text">{hourWords(hour, format)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.map((hours, of) => (
            <tr key={of}>
              <th scope="row">
                <span aria-hidden="true">{day(of, 'short')}</span>
                <span class="hidden-text">{day(of, 'long')}</span>
              </th>
              {hours.map((count, hour) => (
                <td key={hour} class={count === 0 ? undefined : `week-${1 + Math.round((count / most) * 3)}`}>
                  {count > 0 && <span>{count}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function hourWords(hour: number, format: Format): string {
  return format.time(hourAt(0, hour).toISOString(), 'UTC');
}

function patternWords(
  pattern: WeekPattern,
  { pattern: t }: AgainWords['week'],
  format: Format,
  day: (of: number) => string,
): string {
  const share = ` (${t.share(pattern.count, pattern.of)})`;
  switch (pattern.kind) {
    case 'too-few':
      return t.tooFew;
    case 'spread':
      return t.spread;
    case 'day-hours':
      return (
        t.dayHours(day(pattern.day), hourWords(pattern.from, format), hourWords(pattern.to, format)) + share
      );
    case 'day':
      return t.day(day(pattern.day)) + share;
    case 'hours':
      return t.hours(hourWords(pattern.from, format), hourWords(pattern.to, format)) + share;
  }
}
