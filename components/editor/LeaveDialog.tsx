import { editor } from '../../lib/i18n/editor/editor.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = Readonly<{ onSave: () => void; onDrop: () => void; onStay: () => void }>;

export function LeaveDialog({ onSave, onDrop, onStay }: Props) {
  const t = useText(editor).leave;
  return (
    <Dialog
      open
      size="s"
      title={t.title}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{t.stay}</Button>
          <Button onClick={onDrop}>{t.drop}</Button>
          <Button variant="primary" onClick={onSave}>
            {t.save}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
    </Dialog>
  );
}
