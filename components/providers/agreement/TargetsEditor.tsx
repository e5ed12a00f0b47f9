import type { DurationProblem } from '../../../lib/domain/directory/read-duration.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { cellKey, TARGET_KEYS, TIMES } from './target-draft.ts';
import type { TargetDraft, TargetDrafts, TargetKey } from './target-draft.ts';
import { usePriorityName } from './TargetsView.tsx';

type Props = Readonly<{
  value: TargetDrafts;
  problems: ReadonlyMap<string, DurationProblem>;
  calendars: readonly Readonly<{ value: string; label: string }>[];
  onChange: (value: TargetDrafts) => void;
}>;

/** The agreed times as a table of text fields: a line per priority, each with its own hours where they differ. */
export function TargetsEditor({ value, problems, calendars, onChange }: Props) {
  const t = useText(words);
  const name = usePriorityName();
  const set = (key: TargetKey, part: Partial<TargetDraft>): void =>
    onChange({ ...value, [key]: { ...value[key], ...part } });
  return (
    <fieldset class="prov-targets-editor">
      <legend class="field-label">{t.targets}</legend>
      <p class="field-hint">{t.targetsHint}</p>
      <table class="prov-table prov-table-stack">
        <thead>
          <tr>
            <th scope="col">{t.priority}</th>
            {TIMES.map((time) => (
              <th scope="col" key={time}>
                {t[time]}
              </th>
            ))}
            <th scope="col">{t.hours}</th>
          </tr>
        </thead>
        <tbody>
          {TARGET_KEYS.map((key) => (
            <tr key={key}>
              <th scope="row">
                {name(key)}
                {key === 'any' && <span class="prov-under">{t.anyHint}</span>}
              </th>
              {TIMES.map((time) => {
                const problem = problems.get(cellKey(key, time));
                return (
                  <td key={time} data-label={t[time]}>
                    <TextField
                      label={t.cell(t[time], name(key))}
                      labelHidden
                      value={value[key][time]}
                      error={problem && t.duration[problem]}
                      maxLength={40}
                      autocomplete="off"
                      onText={(typed) => set(key, { [time]: typed })}
                    />
                  </td>
                );
              })}
              <td data-label={t.hours}>
                <Select
                  label={t.cell(t.hours, name(key))}
                  labelHidden
                  value={value[key].calendarId}
                  options={[{ value: '', label: t.hoursMain }, ...calendars]}
                  onValue={(calendarId) => set(key, { calendarId })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
