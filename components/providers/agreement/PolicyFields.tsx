import { STANDARD_TERMS } from '../../../lib/domain/accountability/terms.ts';
import type { OWNERS } from '../../../lib/domain/accountability/owner.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import type { Choice } from '../../ui/Field.tsx';
import type { VersionDraft } from './version-draft.ts';

type Props = Readonly<{
  value: VersionDraft;
  badPercent: boolean;
  onChange: (part: Partial<VersionDraft>) => void;
}>;

/** Owners whose time somebody might agree not to count; that of the provider itself always counts. */
const PAUSES = ['us_info', 'agreed', 'hold', 'third_party', 'us_verify'] as const satisfies readonly (typeof OWNERS)[number][]; // prettier-ignore

/** Choices by their names; what holds by itself says so. */
function choicesOf<V extends string>(
  values: readonly V[],
  names: Readonly<Record<V, string>>,
  standard: V,
  word: string,
): readonly Choice<V>[] {
  return values.map((value) => ({
    value,
    label: value === standard ? `${names[value]} (${word})` : names[value],
  }));
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
  const receipts = { no: rule.autoAckCounts.no, yes: rule.autoAckCounts.yes };
  return (
    <details class="prov-fold">
      <summary>{t.details}</summary>
      <div class="prov-fields">
        <Select
          label={rule.startAt.term}
          hint={rule.startAt.text}
          value={value.startAt}
          options={choicesOf(STARTS, rule.startAt, STANDARD_TERMS.startAt, t.standard)}
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
        <Select
          label={rule.reopen.term}
          hint={rule.reopen.text}
          value={value.reopen}
          options={choicesOf(REOPENS, rule.reopen, STANDARD_TERMS.reopen, t.standard)}
          onValue={(reopen) => onChange({ reopen })}
        />
        <Select
          label={rule.priorityChange.term}
          hint={rule.priorityChange.text}
          value={value.priorityChange}
          options={choicesOf(CHANGES, rule.priorityChange, STANDARD_TERMS.priorityChange, t.standard)}
          onValue={(priorityChange) => onChange({ priorityChange })}
        />
        <Select
          label={rule.whosePriority.term}
          hint={rule.whosePriority.text}
          value={value.whosePriority}
          options={choicesOf(WHOSE, rule.whosePriority, STANDARD_TERMS.whosePriority, t.standard)}
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
        <Select
          label={rule.autoAckCounts.term}
          hint={rule.autoAckCounts.text}
          value={value.autoAckCounts ? 'yes' : 'no'}
          options={choicesOf(RECEIPTS, receipts, STANDARD_TERMS.autoAckCounts ? 'yes' : 'no', t.standard)}
          onValue={(counts) => onChange({ autoAckCounts: counts === 'yes' })}
        />
      </div>
    </details>
  );
}
