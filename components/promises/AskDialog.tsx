import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
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
