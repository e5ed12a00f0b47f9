import { AVAILABILITY_WINDOWS } from '../../../lib/domain/directory/agreement.ts';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useText } from '../../state/locale.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { DOWN_PRIORITIES, UNITS } from './availability-draft.ts';
import type { AvailabilityDraft, AvailabilityProblems } from './availability-draft.ts';
import { CreditTiers } from './CreditTiers.tsx';

type Props = Readonly<{
  value: AvailabilityDraft;
  problems: AvailabilityProblems;
  onChange: (value: AvailabilityDraft) => void;
}>;

/** Which share of the time is promised, what is taken for down, and what comes back when it is not kept. */
export function AvailabilityFields({ value, problems, onChange }: Props) {
  const t = useText(measures);
  const { availability: a } = t;
  const set = (part: Partial<AvailabilityDraft>): void => onChange({ ...value, ...part });
  const agreed = value.mode === 'agreed';
  return (
    <section class="prov-claims" aria-labelledby="prov-availability">
      <h4 id="prov-availability">{a.heading}</h4>
      <div class="prov-row">
        <Select
          label={a.promised}
          value={value.mode}
          options={[
            { value: 'none', label: a.none },
            { value: 'agreed', label: a.agreed },
          ]}
          onValue={(mode) => set({ mode })}
        />
        {agreed && (
          <>
            <TextField
              label={a.target}
              hint={a.targetHint}
              error={problems.target ? a.targetRange : undefined}
              value={value.target}
              maxLength={8}
              autocomplete="off"
              onText={(target) => set({ target })}
            />
            <Select
              label={a.window}
              value={value.window}
              options={AVAILABILITY_WINDOWS.map((one) => ({ value: one, label: t.shares.windows[one] }))}
              onValue={(window) => set({ window })}
            />
            <Select
              label={a.unit}
              value={value.unit}
              options={UNITS.map((one) => ({ value: one, label: a.units[one] }))}
              onValue={(unit) => set({ unit })}
            />
          </>
        )}
      </div>
      {agreed && (
        <div class="prov-row prov-down">
          <Select
            label={a.down}
            hint={a.downHint}
            value={value.downPriority}
            options={DOWN_PRIORITIES.map((one) => ({ value: one, label: a.downOf[one] }))}
            onValue={(downPriority) => set({ downPriority })}
          />
          <div class="prov-checks">
            <Checkbox
              label={a.whole}
              checked={value.wholeMinutesOnly}
              onChecked={(wholeMinutesOnly) => set({ wholeMinutesOnly })}
            />
            <Checkbox
              label={a.maintenance}
              hint={value.excludesMaintenance ? a.maintenanceHint : undefined}
              checked={value.excludesMaintenance}
              onChecked={(excludesMaintenance) => set({ excludesMaintenance })}
            />
          </div>
        </div>
      )}
      {(agreed || value.tiers.length > 0) && (
        <CreditTiers value={value.tiers} problems={problems.tiers} onChange={(tiers) => set({ tiers })} />
      )}
    </section>
  );
}
