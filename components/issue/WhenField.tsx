import { useState } from 'preact/hooks';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Field } from '../ui/Field.tsx';
import { LONGEST_WHEN, whenOf } from './when-text.ts';

type Props = Readonly<{
  label: string;
  hint: string;
  value: string;
  now: Date;
  problem: 'badTime' | 'future' | null;
  onText: (text: string) => void;
}>;

/** A time as people say it, read back at once so that nobody is misunderstood. Empty means now. */
export function WhenField({ label, hint, value, now, problem, onText }: Props) {
  const t = useText(timeline).entry;
  const format = useFormat();
  // Not while it is being typed: half a time is no mistake.
  const [place, setPlace] = useState<'before' | 'in' | 'left'>('before');
  const told = whenOf(value, now);
  const shown = problem ?? (place === 'left' && told === null ? 'badTime' : null);
  const around = (minutes: number): string =>
    minutes % 60 === 0 ? t.hours(minutes / 60) : t.minutes(minutes);
  const read = (): string => {
    if (told === null || told.now) return '';
    const when = format.when(told.at.toISOString(), now);
    return told.plusMinusMin === 0 ? t.readAs(when) : t.readAsAbout(when, around(told.plusMinusMin));
  };
  return (
    <Field label={label} error={shown === null ? undefined : t[shown]}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            class="input"
            value={value}
            placeholder={t.now}
            title={hint}
            maxLength={LONGEST_WHEN}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onText(event.currentTarget.value)}
            onFocus={() => setPlace('in')}
            onBlur={() => setPlace('left')}
          />
          {shown === null && (
            <span class="when-read small quiet" role="status">
              {place === 'in' && value === '' ? hint : read()}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
