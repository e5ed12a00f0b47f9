import { useEffect, useId, useState } from 'preact/hooks';
import type { PatternProblem } from '../../../lib/domain/directory/read-pattern.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useApp } from '../../state/app.tsx';
import { useText } from '../../state/locale.tsx';
import { TextField } from '../../ui/Field.tsx';
import { usePatternWords } from '../systems/use-pattern-words.ts';
import { patternsIn } from './start-model.ts';

type Props = Readonly<{
  value: string;
  problem: Readonly<{ part: string; is: PatternProblem }> | undefined;
  onText: (text: string) => void;
}>;

/** One or more addresses; says at once what will be recognised by them. Hosts that are in the log are offered. */
export function AddressesField({ value, problem, onText }: Props) {
  const t = useText(providers);
  const words = usePatternWords();
  const { log } = useApp().services;
  const [hosts, setHosts] = useState<readonly string[]>([]);
  const list = useId();
  useEffect(() => {
    let wanted = true;
    log.hosts().then(
      (found) => wanted && setHosts(found.map(({ host }) => host)),
      () => undefined, // Without suggestions the field works all the same.
    );
    return () => {
      wanted = false;
    };
  }, [log]);
  const patterns = patternsIn(value);
  return (
    <div class="prov-addresses">
      <TextField
        label={t.start.addresses}
        hint={t.start.addressesHint}
        error={problem && t.pattern.problemAt(problem.part, t.pattern.problem[problem.is])}
        value={value}
        maxLength={4000}
        list={list}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        onText={onText}
      />
      <datalist id={list}>
        {hosts.map((host) => (
          <option key={host} value={host} />
        ))}
      </datalist>
      <p class="prov-recognised small" role="status">
        {patterns.length > 0 && `${t.start.recognised} ${patterns.map(words).join(' · ')}`}
      </p>
    </div>
  );
}
