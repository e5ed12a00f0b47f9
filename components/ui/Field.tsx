import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What the control inside a Field has to carry. */
export type FieldControl = Readonly<{
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}>;

export type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The label is read but not seen: only where the place itself says what it is. */
  labelHidden?: boolean;
};

/** Label, hint and error around any one control: `<Field label="…">{(control) => <input {...control} />}</Field>` */
export function Field({
  label,
  hint,
  error,
  labelHidden = false,
  children,
}: FieldProps & { children: (control: FieldControl) => ComponentChildren }) {
  const id = useId();
  const notes = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((note) => note !== '');
  return (
    <div class="field">
      <label class={labelHidden ? 'hidden-text' : 'field-label'} for={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The attributes that text controls pass on. */
type TextControl<E extends HTMLElement> = {
  value: string;
  onText: (text: string) => void;
  controlRef?: Ref<E>;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  spellcheck?: boolean;
  autocomplete?: 'on' | 'off';
  enterKeyHint?: 'done' | 'search' | 'enter';
  dir?: 'auto' | 'ltr';
  onKeyDown?: (event: KeyboardEvent) => void;
  onBlur?: (event: FocusEvent) => void;
  onPaste?: (event: ClipboardEvent) => void;
};

export function TextField({
  label,
  hint,
  error,
  labelHidden = false,
  onText,
  controlRef = null,
  type = 'text',
  ...rest
}: FieldProps &
  TextControl<HTMLInputElement> & {
    type?: 'text' | 'search' | 'date' | 'time' | 'datetime-local' | 'number';
    list?: string;
    min?: string | number;
    max?: string | number;
    step?: string | number;
  }) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <input
          {...rest}
          {...control}
          ref={controlRef}
          type={type}
          class="input"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  labelHidden = false,
  onText,
  controlRef = null,
  rows = 3,
  dir = 'auto',
  ...rest
}: FieldProps & TextControl<HTMLTextAreaElement> & { rows?: number }) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          ref={controlRef}
          rows={rows}
          dir={dir}
          class="input textarea"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type Choice<V extends string> = Readonly<{ value: V; label: string }>;

export function Select<V extends string>({
  label,
  hint,
  error,
  labelHidden = false,
  value,
  options,
  onValue,
  disabled = false,
}: FieldProps & {
  value: V;
  options: readonly Choice<V>[];
  onValue: (value: V) => void;
  disabled?: boolean;
}) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <select
          {...control}
          class="input select"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onValue(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
