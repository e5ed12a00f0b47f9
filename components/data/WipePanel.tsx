import { useState } from 'preact/hooks';
import type { Wiped } from '../../lib/app/rescue/delete-everything.ts';
import { rescue as words } from '../../lib/i18n/rescue/rescue.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useBackupState } from '../state/use-backup-state.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';

/** Last on the screen: nobody comes across it by accident. */
export function WipePanel() {
  const t = useText(words).wipe;
  const [open, setOpen] = useState(false);
  return (
    <section class="data-panel" aria-labelledby="data-wipe">
      <h2 id="data-wipe">{t.heading}</h2>
      <p>{t.sentence}</p>
      <div class="data-actions">
        <Button icon="trash" onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      </div>
      {open && <WipeDialog onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Says what goes, offers a backup first, and wants a word typed, so that no press of a key does it. */
function WipeDialog({ onClose }: { onClose: () => void }) {
  const t = useText(words).wipe;
  const { services } = useApp();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Extract<Wiped, { ok: false }>['code'] | null>(null);
  const sure = typed.trim().toLocaleUpperCase() === t.word;

  async function wipe(): Promise<void> {
    if (!sure) return;
    setBusy(true);
    setFailure(null);
    const result = await services.deleteEverything();
    setBusy(false);
    if (!result.ok) setFailure(result.code);
  }
  function backUpFirst(): void {
    onClose();
    document.getElementById('data-backup')?.scrollIntoView();
  }

  return (
    <Dialog
      open
      title={t.title}
      onClose={onClose}
      keepOpen={busy}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" icon="trash" busy={busy || !sure} onClick={() => void wipe()}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <p>{t.sentence}</p>
      <p>{t.after}</p>
      <LastBackup />
      <p>
        <Button size="s" onClick={backUpFirst}>
          {t.backupFirst}
        </Button>
      </p>
      <TextField
        label={t.typeIt(t.word)}
        value={typed}
        onText={setTyped}
        autocomplete="off"
        spellcheck={false}
      />
      {failure !== null && (
        <Banner tone="problem" live>
          {t[failure]}
        </Banner>
      )}
    </Dialog>
  );
}

function LastBackup() {
  const t = useText(words).wipe;
  const format = useFormat();
  const state = useBackupState();
  if (state === null) return null;
  const { lastBackup: last, sinceBackup, now } = state;
  return (
    <p>
      <strong>{last === null ? t.noBackup : t.lastBackup(format.dayTime(last.at, now))}</strong>{' '}
      {t.since(sinceBackup)}
    </p>
  );
}
