import { STANDARD_TERMS } from '../../../lib/domain/accountability/terms.ts';
import type { OWNERS } from '../../../lib/domain/accountability/owner.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import type { VersionDraft } from './version-draft.ts';

type Props = Readonly<{
  value: VersionDraft;
  badPercent: boolean;
  onChange: (part: Partial<VersionDraft>) => void;
}>;

/** Owners whose time somebody might agree not to count; that of the provider itself always counts. */
const PAUSES = ['us_info', 'agreed', 'hold', 'third_party', 'us_verify'] as const satisfies readonly (typeof OWNERS)[number][]; // prettier-ignore

/** One rule: its term, a plain sentence, and its choices by their names; what holds by itself says so. */
function RuleSelect<V extends string>({
  words: t,
  values,
  value,
  standard,
  onValue,
}: Readonly<{
  words: Readonly<Record<'term' | 'text' | V, string>>;
  values: readonly V[];
  value: V;
  standard: V;
  onValue: (value: V) => void;
}>) {
  const { standard: word } = useText(words);
  const options = values.map((one) => ({
    value: one,
    label: one === standard ? `${t[one]} (${word})` : t[one],
  }));
  return <Select label={t.term} hint={t.text} value={value} options={options} onValue={onValue} />;
}

const STARTS = ['reported', 'occurred'] as const;
const REOPENS = ['resume', 'first', 'last', 'continuous'] as const;
const CHANGES = ['retroactive', 'prospective'] as const;
const WHOSE = ['us', 'provider'] as const;
const RECEIPTS = ['no', 'yes'] as const;

/** The small print: standard term, a plain sentence, and what holds by itself. */
export function PolicyFields({ value, badPercent, onChange }: Props) {
  const t = useText(words);
  const { rule } = t;
  return (
    <details class="prov-fold">
      <summary>{t.details}</summary>
      <div class="prov-fields">
        <RuleSelect
          words={rule.startAt}
          values={STARTS}
          value={value.startAt}
          standard={STANDARD_TERMS.startAt}
          onValue={(startAt) => onChange({ startAt })}
        />
        <fieldset class="prov-checks">
          <legend class="field-label">{rule.pauseOn.term}</legend>
          <p class="field-hint">{rule.pauseOn.text}</p>
          {PAUSES.map((owner) => (
            <Checkbox
              key={owner}
              label={
                STANDARD_TERMS.pauseOn.includes(owner)
                  ? `${rule.pauseOn[owner]} (${t.standard})`
                  : rule.pauseOn[owner]
              }
              checked={value.pauseOn.includes(owner)}
              onChecked={(on) => {
                const others = value.pauseOn.filter((one) => one !== owner);
                onChange({ pauseOn: on ? [...others, owner] : others });
              }}
            />
          ))}
        </fieldset>
        <RuleSelect
          words={rule.reopen}
          values={REOPENS}
          value={value.reopen}
          standard={STANDARD_TERMS.reopen}
          onValue={(reopen) => onChange({ reopen })}
        />
        <RuleSelect
          words={rule.priorityChange}
          values={CHANGES}
          value={value.priorityChange}
          standard={STANDARD_TERMS.priorityChange}
          onValue={(priorityChange) => onChange({ priorityChange })}
        />
        <RuleSelect
          words={rule.whosePriority}
          values={WHOSE}
          value={value.whosePriority}
          standard={STANDARD_TERMS.whosePriority}
          onValue={(whosePriority) => onChange({ whosePriority })}
        />
        <TextField
          label={`${rule.atRiskPercent.term} (${rule.atRiskPercent.unit})`}
          hint={rule.atRiskPercent.text}
          error={badPercent ? rule.atRiskPercent.range : undefined}
          value={value.atRiskPercent}
          maxLength={3}
          onText={(atRiskPercent) => onChange({ atRiskPercent })}
        />
        <RuleSelect
          words={rule.autoAckCounts}
          values={RECEIPTS}
          value={value.autoAckCounts ? 'yes' : 'no'}
          standard={STANDARD_TERMS.autoAckCounts ? 'yes' : 'no'}
          onValue={(counts) => onChange({ autoAckCounts: counts === 'yes' })}
        />
      </div>
    </details>
  );
}
