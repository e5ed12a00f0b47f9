import { useState } from 'preact/hooks';
import { openMinutes, readHours } from '../../../lib/domain/directory/read-hours.ts';
import type { HoursProblem } from '../../../lib/domain/directory/read-hours.ts';
import { WEEKDAYS } from '../../../lib/domain/time/calendar.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { hoursAndMinutes } from '../../../lib/i18n/hours.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { CalendarDraft, Weekday } from './calendar-draft.ts';
import { DayBar, spansOfDay } from './DayBar.tsx';
import { minutesOf } from './HoursView.tsx';
import { useHoursProblem } from './use-hours-problem.ts';
import { useWeekday } from './use-hours-words.ts';

type Props = Readonly<{
  week: CalendarDraft['week'];
  problems: ReadonlyMap<Weekday, HoursProblem>;
  onChange: (week: CalendarDraft['week']) => void;
}>;

const windowsOf = (typed: string) => {
  const read = readHours(typed);
  return read.ok ? read.windows : [];
};

/** One text field per day: any number of spans, drawn beside it as they are understood. */
export function WeekEditor({ week, problems, onChange }: Props) {
  const t = useText(calendars);
  const weekday = useWeekday();
  const say = useHoursProblem();
  const [said, setSaid] = useState('');
  return (
    <fieldset class="prov-week-editor">
      <legend class="field-label">{t.week}</legend>
      <p class="field-hint">{t.editor.dayHint}</p>
      <div class="prov-week-days">
        {WEEKDAYS.map((day, at) => {
          const windows = windowsOf(week[day]);
          const before = WEEKDAYS[(at + 6) % 7];
          const night = before === undefined ? [] : minutesOf(windowsOf(week[before]));
          return (
            <div class="prov-week-day" key={day}>
              <span class="prov-week-name" aria-hidden="true">
                {weekday(day)}
              </span>
              <TextField
                label={t.editor.dayHours(weekday(day))}
                labelHidden
                placeholder={t.closed}
                value={week[day]}
                error={say(problems.get(day))}
                maxLength={500}
                autocomplete="off"
                spellcheck={false}
                onText={(typed) => onChange({ ...week, [day]: typed })}
              />
              <DayBar spans={spansOfDay(minutesOf(windows), night)} />
              <span class="num quiet prov-week-sum">
                {windows.length > 0 && hoursAndMinutes(openMinutes(windows))}
              </span>
            </div>
          );
        })}
      </div>
      <div class="prov-actions">
        <Button
          size="s"
          onClick={() => {
            const { mon } = week;
            onChange({ ...week, tue: mon, wed: mon, thu: mon, fri: mon });
            setSaid(t.editor.copied);
          }}
        >
          {t.editor.copy}
        </Button>
        <span class="quiet small" role="status">
          {said}
        </span>
      </div>
    </fieldset>
  );
}
