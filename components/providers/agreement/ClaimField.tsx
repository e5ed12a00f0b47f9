import type { ClaimRule } from '../../../lib/domain/directory/claim-rule.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import type { Choice } from '../../ui/Field.tsx';
import { CLAIM_ANCHORS, CLAIM_UNITS, claimDraft, claimFrom } from './claim-draft.ts';
import type { ClaimDraft, ClaimProblem } from './claim-draft.ts';
import { ClaimExample } from './ClaimExample.tsx';
import { useClaimWords } from './use-claim-words.ts';

type Props = Readonly<{
  label: string;
  /** Zone of the contract. */
  tz: string;
  value: ClaimDraft;
  before: ClaimRule | undefined;
  problem: ClaimProblem | undefined;
  /** Whose open days may be the working days. */
  calendars: readonly Choice<string>[];
  onChange: (value: ClaimDraft) => void;
}>;

/** "Tell them [24] [hours] after [we noticed it]", with an example that shows what that means. */
export function ClaimField({ label, tz, value, before, problem, calendars, onChange }: Props) {
  const t = useText(words).claim;
  const say = useClaimWords();
  const set = (part: Partial<ClaimDraft>): void => onChange({ ...value, ...part });
  const keepable = before !== undefined && claimDraft(before).mode === 'kept';
  const modes = keepable ? (['none', 'rule', 'kept'] as const) : (['none', 'rule'] as const);
  const error = (one: ClaimProblem, text: string) => (problem === one ? text : undefined);
  const rule = problem === undefined ? claimFrom(value, before) : undefined;
  return (
    <fieldset class="prov-claim">
      <legend class="field-label">{label}</legend>
      <div class="prov-row">
        <Select
          label={label}
          labelHidden
          value={value.mode}
          options={modes.map((mode) => ({ value: mode, label: t[mode] }))}
          onValue={(mode) => set({ mode })}
        />
        {value.mode === 'rule' && (
          <>
            <TextField
              label={t.amount}
              error={error('amount', t.amountMissing) ?? error('needed', t.amountNeeded)}
              value={value.amount}
              maxLength={5}
              autocomplete="off"
              onText={(amount) => set({ amount })}
            />
            <Select
              label={t.unit}
              value={value.unit}
              options={CLAIM_UNITS.map((unit) => ({ value: unit, label: t.units[unit] }))}
              onValue={(unit) => set({ unit })}
            />
            <Select
              label={t.anchor}
              value={value.anchor}
              options={CLAIM_ANCHORS.map((anchor) => ({ value: anchor, label: t.anchors[anchor] }))}
              onValue={(anchor) => set({ anchor })}
            />
            {value.unit === 'businessDays' && (
              <Select
                label={t.workingDays}
                value={value.calendarId}
                options={[{ value: '', label: t.mondayToFriday }, ...calendars]}
                onValue={(calendarId) => set({ calendarId })}
              />
            )}
            {value.anchor === 'end_of_nth_billing_cycle_after' && (
              <>
                <TextField
                  label={t.cycles}
                  error={error('cycles', t.amountMissing)}
                  value={value.cycles}
                  maxLength={4}
                  onText={(cycles) => set({ cycles })}
                />
                <TextField
                  label={t.cycleDay}
                  error={error('day', t.dayRange)}
                  value={value.cycleDay}
                  maxLength={2}
                  onText={(cycleDay) => set({ cycleDay })}
                />
              </>
            )}
          </>
        )}
      </div>
      {rule !== undefined && (
        <p class="quiet small" role="status">
          {say(rule)}. <ClaimExample rule={rule} tz={tz} />
        </p>
      )}
    </fieldset>
  );
}
