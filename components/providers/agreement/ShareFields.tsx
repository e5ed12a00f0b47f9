import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { SHARES } from './share-draft.ts';
import type { ShareDraft, ShareProblem } from './share-draft.ts';

type Props = Readonly<{
  value: ShareDraft;
  problems: ReadonlySet<ShareProblem>;
  onChange: (value: ShareDraft) => void;
}>;

const WINDOWS = ['month', 'quarter'] as const;

/** Which share of each clock is to be kept, per month or quarter. */
export function ShareFields({ value, problems, onChange }: Props) {
  const t = useText(measures).shares;
  const set = (part: Partial<ShareDraft>): void => onChange({ ...value, ...part });
  return (
    <section class="prov-claims" aria-labelledby="prov-shares">
      <h4 id="prov-shares">{t.heading}</h4>
      <p class="quiet small">{t.text}</p>
      <div class="prov-row">
        {SHARES.map((share) => (
          <TextField
            key={share}
            label={t[share]}
            error={problems.has(share) ? t.range : undefined}
            value={value[share]}
            maxLength={3}
            autocomplete="off"
            onText={(typed) => set({ [share]: typed })}
          />
        ))}
        <Select
          label={t.window}
          value={value.window}
          options={WINDOWS.map((one) => ({ value: one, label: t.windows[one] }))}
          onValue={(window) => set({ window })}
        />
      </div>
    </section>
  );
}

/** How many misses within how many months are a chronic failure. */
export function ChronicFields({ value, problems, onChange }: Props) {
  const t = useText(measures).chronic;
  return (
    <section class="prov-claims" aria-labelledby="prov-chronic">
      <h4 id="prov-chronic">{t.heading}</h4>
      <p class="quiet small">{t.text}</p>
      <div class="prov-row">
        <TextField
          label={t.misses}
          error={problems.has('misses') ? t.missesRange : undefined}
          value={value.misses}
          maxLength={4}
          autocomplete="off"
          onText={(misses) => onChange({ ...value, misses })}
        />
        <TextField
          label={t.months}
          error={problems.has('months') ? t.monthsRange : undefined}
          value={value.months}
          maxLength={3}
          autocomplete="off"
          onText={(months) => onChange({ ...value, months })}
        />
      </div>
    </section>
  );
}
