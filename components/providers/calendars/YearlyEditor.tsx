import type { HoursProblem } from '../../../lib/domain/directory/read-hours.ts';
import { calendars } from '../../../lib/i18n/calendars/calendars.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { YearlyDraft } from './calendar-draft.ts';
import { useHoursProblem } from './use-hours-problem.ts';

type Props = Readonly<{
  value: readonly YearlyDraft[];
  days: ReadonlyMap<number, 'monthDay'>;
  hours: ReadonlyMap<number, HoursProblem>;
  onChange: (value: readonly YearlyDraft[]) => void;
}>;

const CHRISTMAS: YearlyDraft = { fromDay: '24', fromMonth: '12', toDay: '1', toMonth: '1', hours: '' };
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1));

/** The names of the months, as choices. */
function useMonths(): readonly Readonly<{ value: string; label: string }>[] {
  const { tag } = useFormat();
  return MONTHS.map((month) => ({
    value: month,
    label: new Date(Date.UTC(2024, Number(month) - 1, 1)).toLocaleDateString(tag, {
      month: 'long',
      timeZone: 'UTC',
    }),
  }));
}

/** Stretches that are closed, or open otherwise, in every year. */
export function YearlyEditor({ value, days, hours, onChange }: Props) {
  const t = useText(calendars);
  const e = t.editor;
  const months = useMonths();
  const say = useHoursProblem();
  const set = (at: number, part: Partial<YearlyDraft>): void =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="prov-list-editor">
      <legend class="field-label">{t.yearly}</legend>
      <p class="field-hint">{e.yearlyHint}</p>
      {value.map((closure, at) => {
        const problem = days.has(at) ? t.problem.monthDay : undefined;
        const day = (which: 'fromDay' | 'toDay', label: string) => (
          <TextField
            label={label}
            labelHidden
            value={closure[which]}
            error={which === 'fromDay' ? problem : undefined}
            maxLength={2}
            autocomplete="off"
            onText={(typed) => set(at, { [which]: typed })}
          />
        );
        const month = (which: 'fromMonth' | 'toMonth', label: string) => (
          <Select
            label={label}
            labelHidden
            value={closure[which]}
            options={months}
            onValue={(chosen) => set(at, { [which]: chosen })}
          />
        );
        return (
          // Lines have no name of their own: they are what stands in them.
          <div class="prov-list-line prov-yearly-line" key={at}>
            <div class="prov-month-day">
              {day('fromDay', e.yearlyFromDay(at + 1))}
              {month('fromMonth', e.yearlyFromMonth(at + 1))}
            </div>
            <span class="prov-to">{e.to}</span>
            <div class="prov-month-day">
              {day('toDay', e.yearlyToDay(at + 1))}
              {month('toMonth', e.yearlyToMonth(at + 1))}
            </div>
            <TextField
              label={e.yearlyHours(at + 1)}
              labelHidden
              placeholder={t.closed}
              value={closure.hours}
              error={say(hours.get(at))}
              maxLength={500}
              autocomplete="off"
              onText={(typed) => set(at, { hours: typed })}
            />
            <IconButton
              icon="close"
              label={e.removeYearly(at + 1)}
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            />
          </div>
        );
      })}
      <div class="prov-actions">
        <Button size="s" onClick={() => onChange([...value, CHRISTMAS])}>
          {e.addYearly}
        </Button>
      </div>
    </fieldset>
  );
}
