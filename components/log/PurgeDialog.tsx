import { log } from '../../lib/i18n/log/log.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

type Props = Readonly<{ open: boolean; count: number; onClose: () => void; onPurge: () => void }>;

/** Says what is erased, what stays, and what can no longer be reached. */
export function PurgeDialog({ open, count, onClose, onPurge }: Props) {
  const t = useText(log);
  return (
    <Dialog
      open={open}
      title={t.purge.heading(count)}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {t.purge.cancel}
          </Button>
          <Button variant="danger" icon="trash" onClick={onPurge}>
            {t.purge.confirm(count)}
          </Button>
        </>
      }
    >
      <div class="log-purge">
        <p>{t.purge.erased}</p>
        <p>{t.purge.kept}</p>
        <p>{t.purge.sent}</p>
        <p>
          <strong>{t.purge.noUndo}</strong>
        </p>
      </div>
    </Dialog>
  );
}
