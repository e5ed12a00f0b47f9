import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import './promises.css';

type Props = Readonly<{
  title: string;
  save: string;
  onSave: () => void;
  onClose: () => void;
  children: ComponentChildren;
}>;

/** A dialog that is one form: Enter saves, as everywhere. */
export function AskDialog({ title, save, onSave, onClose, children }: Props) {
  const { cancel } = useText(common);
  const form = useId();
  const element = useRef<HTMLFormElement>(null);
  // Not on the cross at the top: the Enter that saves would close it.
  useEffect(() => {
    const first = 'select, textarea, input:not([type=radio]), input:checked';
    element.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="primary" type="submit" form={form}>
            {save}
          </Button>
        </>
      }
    >
      <form
        ref={element}
        id={form}
        class="promise-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
