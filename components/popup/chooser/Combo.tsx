import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export type ComboOption = Readonly<{
  key: string;
  text: ComponentChildren;
  aside?: string;
  onPick: () => void;
  /** Stays in sight however long the list is. */
  stays?: boolean;
}>;

type Props = Readonly<{
  label: string;
  labelHidden?: boolean;
  placeholder?: string;
  listLabel: string;
  value: string;
  onText: (text: string) => void;
  options: readonly ComboOption[];
  /** What Enter takes when nothing was chosen with the arrow keys; −1: nothing, the form is sent. */
  first: number;
  hint: ComponentChildren;
  autofocus?: boolean;
}>;

/** A text field with the list of what it may mean below it (ARIA combobox): arrow keys and Enter, or the mouse. */
export function Combo({
  label,
  labelHidden = false,
  listLabel,
  value,
  onText,
  options,
  first,
  hint,
  placeholder,
  autofocus = false,
}: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const at = Math.min(moved ?? first, options.length - 1);
  useEffect(() => setMoved(null), [value]);
  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function onKeyDown(event: KeyboardEvent): void {
    // The Enter that ends a word in an input method is not ours.
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setMoved((at + step + options.length) % options.length);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      options[at]?.onPick();
    }
  }
  return (
    <div class="field">
      <label class={labelHidden ? 'hidden-text' : 'field-label'} for={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        class="input"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={200}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        class="chooser-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={listLabel}
        hidden={options.length === 0}
      >
        {options.map((option, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field above
          <li
            key={option.key}
            id={`${id}-${place}`}
            class={option.stays ? 'chooser-option chooser-stays' : 'chooser-option'}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={option.onPick}
          >
            <bdi>{option.text}</bdi>
            {option.aside && <span class="quiet">{option.aside}</span>}
          </li>
        ))}
      </ul>
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
