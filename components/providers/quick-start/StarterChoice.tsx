import { useId } from 'preact/hooks';
import { STARTERS } from '../../../lib/domain/directory/starters.ts';
import type { StarterKey } from '../../../lib/domain/directory/starters.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { setup } from '../../../lib/i18n/setup/setup.ts';
import { useText } from '../../state/locale.tsx';

/** What was agreed, to begin with: native radio buttons with a sentence each. */
export function StarterChoice({ value, onValue }: { value: StarterKey; onValue: (key: StarterKey) => void }) {
  const t = useText(providers).start;
  const s = useText(setup);
  const name = useId();
  return (
    <fieldset class="prov-choices">
      <legend class="field-label">{t.agreed}</legend>
      {STARTERS.map((key) => (
        <label class="prov-choice" key={key}>
          <input type="radio" name={name} checked={value === key} onChange={() => onValue(key)} />
          <span>
            <span class="prov-choice-title">{s.starter[key].title}</span>
            <span class="prov-under">{s.starter[key].what}</span>
          </span>
        </label>
      ))}
      <p class="prov-means small quiet" role="status">
        {s.starter[value].means} {value !== 'measure_first' && s.starterHint}
      </p>
    </fieldset>
  );
}
