import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './segmented.css';

/**
 * A few choices side by side: native radio buttons, so arrow keys, labels and forced colours come from the browser.
 * With `clearable`, clicking the chosen one (or Space, Delete) takes the choice back.
 */
export function Segmented<V extends string | number>({
  legend,
  options,
  value,
  onValue,
  clearable = false,
  disabled = false,
  legendBeside = false,
}: {
  legend: ComponentChildren;
  options: readonly Readonly<{ value: V; label: string }>[];
  value: V | null;
  onValue: (value: V | null) => void;
  clearable?: boolean;
  disabled?: boolean;
  legendBeside?: boolean;
}) {
  const name = useId();
  return (
    <fieldset class={`segmented ${legendBeside ? 'segmented-beside' : ''}`} disabled={disabled}>
      <legend class="segmented-legend">{legend}</legend>
      <div class="segmented-row">
        {options.map((option) => (
          <label class="segment" key={option.value}>
            <input
              type="radio"
              class="segment-input"
              name={name}
              value={String(option.value)}
              checked={value === option.value}
              onChange={() => onValue(option.value)}
              // A radio that is already chosen fires click without change.
              onClick={() => clearable && value === option.value && onValue(null)}
              onKeyDown={(event) => {
                if (clearable && value !== null && (event.key === 'Delete' || event.key === 'Backspace')) {
                  onValue(null);
                }
              }}
            />
            <span class="segment-label">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
