import { useEffect, useRef, useState } from 'preact/hooks';
import { common } from '../../lib/i18n/common/common.ts';
import { useText } from '../state/locale.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from './FormDialog.tsx';

type Props = Readonly<{
  open: boolean;
  title: string;
  label: string;
  value: string;
  /** Said when it is left empty. */
  missing: string;
  onClose: () => void;
  onSave: (name: string) => Promise<boolean>;
}>;

/** Another name for something. */
export function NameDialog({ open, title, label, value, missing, onClose, onSave }: Props) {
  const c = useText(common);
  const [name, setName] = useState(value);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!open) return;
    setName(value);
    setTried(false);
  }, [open]);
  async function submit(): Promise<void> {
    setTried(true);
    if (name.trim() === '') return;
    if (await onSave(name.trim())) onClose();
  }
  return (
    <FormDialog
      open={open}
      title={title}
      save={c.save}
      formRef={form}
      touched={false}
      onDiscard={() => setName(value)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={label}
        error={tried && name.trim() === '' ? missing : undefined}
        value={name}
        maxLength={200}
        onText={setName}
      />
    </FormDialog>
  );
}
