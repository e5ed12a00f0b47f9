import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RULES, THRESHOLDS, thresholdKey } from './recurrence-draft.ts';
import type { RecurrenceDraft, Rule } from './recurrence-draft.ts';

type Props = Readonly<{
  value: RecurrenceDraft;
  problems: ReadonlySet<string>;
  onChange: (value: RecurrenceDraft) => void;
}>;

/** From when on something is said to keep coming back: the numbers of the five rules. */
export function RecurrenceFields({ value, problems, onChange }: Props) {
  const t = useText(measures).recurring;
  const format = useFormat();
  const nameOf = (key: string): string => Object.entries(t.parts).find(([one]) => one === key)?.[1] ?? key;
  const range = (rule: Rule, part: string): string =>
    part === 'below'
      ? t.shareRange
      : t.range(format.number(Object.entries(THRESHOLDS[rule]).find(([one]) => one === part)?.[1] ?? 0));
  return (
    <details class="prov-fold">
      <summary>{t.heading}</summary>
      <div class="prov-fields prov-recurring">
        <p class="quiet small">{t.text}</p>
        {RULES.map((rule) => (
          <fieldset class="prov-claim" key={rule}>
            <legend class="field-label">{t.rules[rule]}</legend>
            <div class="prov-row">
              {Object.keys(THRESHOLDS[rule]).map((part) => {
                const key = thresholdKey(rule, part);
                return (
                  <TextField
                    key={key}
                    label={nameOf(key)}
                    error={problems.has(key) ? range(rule, part) : undefined}
                    value={value[key] ?? ''}
                    maxLength={8}
                    autocomplete="off"
                    onText={(typed) => onChange({ ...value, [key]: typed })}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}
