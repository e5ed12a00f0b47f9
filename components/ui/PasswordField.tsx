import type { Ref } from 'preact';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

/** A password, hidden while it is typed unless `shown`. Kept by no password manager and no history of forms. */
export function PasswordField({
  value,
  shown = false,
  onText,
  controlRef = null,
  ...field
}: FieldProps & {
  value: string;
  shown?: boolean;
  onText: (text: string) => void;
  controlRef?: Ref<HTMLInputElement>;
}) {
  return (
    <Field {...field}>
      {(control) => {
        const common = {
          ...control,
          ref: controlRef,
          class: 'input',
          value,
          autocomplete: 'off',
          autocapitalize: 'off',
          spellcheck: false,
          dir: 'ltr',
          onInput: (event: { currentTarget: HTMLInputElement }) => onText(event.currentTarget.value),
        } as const;
        return shown ? <input {...common} type="text" /> : <input {...common} type="password" />;
      }}
    </Field>
  );
}
