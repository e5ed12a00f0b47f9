import { useRef, useState } from 'preact/hooks';
import { readPattern } from '../../../lib/domain/directory/read-pattern.ts';
import type { AddressPattern } from '../../../lib/domain/directory/system.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useDraft } from '../use-draft.ts';
import { PatternChoice } from './PatternChoice.tsx';

type Props = Readonly<{
  /** What the address is for; names the draft. */
  about: string;
  label: string;
  known: readonly AddressPattern[];
  onAdd: (pattern: AddressPattern) => Promise<boolean>;
}>;

/** `chosen`: which of the readings; null = the likeliest. */
type AddressDraft = Readonly<{ text: string; chosen: number | null }>;

/** Type or paste an address; where it can be understood in several ways, say which. */
export function NewAddress({ about, label, known, onAdd }: Props) {
  const t = useText(providers);
  const draft = useDraft<AddressDraft>(`address ${about}`, () => ({ text: '', chosen: null }));
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { text, chosen } = draft.value;
  const read = readPattern(text);
  const pattern = read.ok ? ((chosen === null ? null : read.choices[chosen]) ?? read.pattern) : null;
  const twice =
    pattern !== null && known.some((one) => one.kind === pattern.kind && one.pattern === pattern.pattern);
  const problem = read.ok ? (twice ? t.pattern.duplicate : undefined) : t.pattern.problem[read.problem];

  async function add(): Promise<void> {
    setTried(true);
    if (pattern === null || twice) return field.current?.focus();
    if (!(await onAdd(pattern))) return;
    draft.drop();
    setTried(false);
    field.current?.focus();
  }
  return (
    <form
      class="prov-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="prov-add-row">
        <TextField
          label={label}
          labelHidden
          placeholder="portal.acme.example"
          controlRef={field}
          value={text}
          error={tried ? problem : undefined}
          maxLength={600}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          onText={(typed) => draft.change({ text: typed, chosen: null })}
        />
        <Button type="submit">{t.systems.addAddress}</Button>
      </div>
      {read.ok && (
        <PatternChoice
          choices={read.choices}
          value={pattern}
          onValue={(index) => draft.change({ chosen: index })}
        />
      )}
    </form>
  );
}
