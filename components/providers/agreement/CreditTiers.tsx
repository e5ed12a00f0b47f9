import { useEffect, useRef, useState } from 'preact/hooks';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MOST_TIERS } from './availability-draft.ts';
import type { TierDraft, TierProblem } from './availability-draft.ts';

type Props = Readonly<{
  value: readonly TierDraft[];
  problems: ReadonlyMap<number, TierProblem>;
  onChange: (value: readonly TierDraft[]) => void;
}>;

/** Below which availability how much comes back: a line each. */
export function CreditTiers({ value, problems, onChange }: Props) {
  const t = useText(measures).credits;
  const list = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState(0);
  // Whoever adds a line wants to write in it.
  useEffect(() => {
    const lines = list.current?.querySelectorAll<HTMLElement>('.prov-tier-line') ?? [];
    if (added > 0) [...lines].at(-1)?.querySelector('input')?.focus();
  }, [added]);
  const set = (at: number, part: Partial<TierDraft>): void =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="prov-list-editor" ref={list}>
      <legend class="field-label">{t.heading}</legend>
      <p class="field-hint">{t.hint}</p>
      {value.length > 0 && (
        <div class="prov-list-line prov-tier-head quiet small" aria-hidden="true">
          <span>{t.belowColumn}</span>
          <span>{t.creditColumn}</span>
        </div>
      )}
      {value.map((tier, at) => {
        const problem = problems.get(at);
        return (
          <div class="prov-list-line prov-tier-line" key={at}>
            <TextField
              label={t.below(at + 1)}
              labelHidden
              value={tier.below}
              error={problem !== undefined && problem !== 'credit' ? t.problem[problem] : undefined}
              maxLength={8}
              autocomplete="off"
              onText={(below) => set(at, { below })}
            />
            <TextField
              label={t.credit(at + 1)}
              labelHidden
              value={tier.credit}
              error={problem === 'credit' ? t.problem.credit : undefined}
              maxLength={3}
              autocomplete="off"
              onText={(credit) => set(at, { credit })}
            />
            <IconButton
              icon="close"
              label={t.remove(at + 1)}
              onClick={() => onChange(value.filter((_, i) => i !== at))}
            />
          </div>
        );
      })}
      {value.length < MOST_TIERS && (
        <div class="prov-actions">
          <Button
            size="s"
            onClick={() => {
              onChange([...value, { below: '', credit: '' }]);
              setAdded((times) => times + 1);
            }}
          >
            {t.add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
