import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../ui/Field.tsx';

type Props = Readonly<{
  label: string;
  value: number;
  min?: number;
  max?: number;
  onValue: (value: number) => void;
}>;

/** A whole number. While it is being typed it may be empty; then nothing changes. */
export function NumberField({ label, value, min, max, onValue }: Props) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => {
    if (Number(typed) !== value || typed.trim() === '') setTyped(String(value));
  }, [value]);
  return (
    <TextField
      label={label}
      type="number"
      step={1}
      value={typed}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      onText={(text) => {
        setTyped(text);
        const next = Number(text);
        if (text.trim() === '' || !Number.isInteger(next)) return;
        const within = Math.max(min ?? -Infinity, Math.min(max ?? Infinity, next));
        if (within === next) onValue(next);
      }}
      onBlur={() => setTyped(String(value))}
    />
  );
}
