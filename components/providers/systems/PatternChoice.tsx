import { useId } from 'preact/hooks';
import type { AddressPattern } from '../../../lib/domain/directory/system.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { usePatternWords } from './use-pattern-words.ts';

type Props = Readonly<{
  choices: readonly AddressPattern[];
  value: AddressPattern | null;
  onValue: (index: number) => void;
}>;

/** The ways to understand an address, broadest first; said in words even where there is only one. */
export function PatternChoice({ choices, value, onValue }: Props) {
  const t = useText(providers).systems;
  const words = usePatternWords();
  const name = useId();
  const [only] = choices;
  if (choices.length === 1 && only) return <p class="quiet small">{words(only)}</p>;
  return (
    <fieldset class="prov-choices prov-choices-dense">
      <legend class="field-label">{t.meant}</legend>
      {choices.map((pattern, index) => (
        <label class="prov-choice" key={`${pattern.kind} ${pattern.pattern}`}>
          <input
            type="radio"
            name={name}
            checked={value?.kind === pattern.kind && value.pattern === pattern.pattern}
            onChange={() => onValue(index)}
          />
          <span>{words(pattern)}</span>
        </label>
      ))}
    </fieldset>
  );
}
