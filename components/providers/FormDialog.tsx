import type { ComponentChildren, RefObject } from 'preact';
import { common } from '../../lib/i18n/common/common.ts';
import { providers } from '../../lib/i18n/providers/providers.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/**
 * A form in a window. Esc and the cross keep what was typed until the window is opened again; "Cancel" is meant and
 * discards it.
 */
export function FormDialog({
  open,
  title,
  save,
  formRef,
  touched,
  onDiscard,
  onSubmit,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  save: string;
  formRef: RefObject<HTMLFormElement | null>;
  touched: boolean;
  onDiscard: () => void;
  onSubmit: () => void;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const t = useText(providers);
  const c = useText(common);
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          {touched && <span class="prov-draft quiet small">{t.draft}</span>}
          <Button
            onClick={() => {
              onDiscard();
              onClose();
            }}
          >
            {c.cancel}
          </Button>
          <Button variant="primary" onClick={onSubmit}>
            {save}
          </Button>
        </>
      }
    >
      <form
        class="prov-fields"
        ref={formRef}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
