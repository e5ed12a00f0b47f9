import { useId, useMemo } from 'preact/hooks';
import { TextField } from '../ui/Field.tsx';

type Props = Readonly<{
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  disabled?: boolean;
  onText: (zone: string) => void;
}>;

/** An IANA time zone: typed with suggestions from the browser's own list. */
export function ZoneField({ disabled = false, ...props }: Props) {
  const list = useId();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <div>
      <TextField {...props} disabled={disabled} list={list} autocomplete="off" spellcheck={false} dir="ltr" />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}
