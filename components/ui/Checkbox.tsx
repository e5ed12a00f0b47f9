import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './field.css';

export function Checkbox({
  label,
  hint,
  checked,
  partly = false,
  disabled = false,
  labelHidden = false,
  onChecked,
}: {
  label: ComponentChildren;
  hint?: string | undefined;
  checked: boolean;
  /** Some but not all of what it stands for. */
  partly?: boolean;
  disabled?: boolean;
  labelHidden?: boolean;
  onChecked: (checked: boolean) => void;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly;
  }, [partly]);
  return (
    <div class="checkbox">
      <label class="checkbox-row">
        <input
          ref={box}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChecked(event.currentTarget.checked)}
        />
        <span class={labelHidden ? 'hidden-text' : ''}>{label}</span>
      </label>
      {hint && (
        <p class="field-hint checkbox-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
