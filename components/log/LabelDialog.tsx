import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';

type Props = Readonly<{
  open: boolean;
  count: number;
  onClose: () => void;
  onLabel: (label: string) => void;
}>;

export function LabelDialog({ open, count, onClose, onLabel }: Props) {
  const t = useText(log);
  const [label, setLabel] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return;
    setLabel('');
    field.current?.focus();
  }, [open]);
  const give = (): void => {
    if (label.trim() !== '') onLabel(label.trim());
  };
  return (
    <Dialog
      open={open}
      size="s"
      title={t.label.heading(count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.label.cancel}</Button>
          <Button variant="primary" busy={label.trim() === ''} onClick={give}>
            {t.label.add}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give();
        }}
      >
        <TextField
          label={t.label.field}
          hint={t.label.hint}
          value={label}
          maxLength={LIMITS.label}
          dir="auto"
          controlRef={field}
          onText={setLabel}
        />
      </form>
    </Dialog>
  );
}
