import { useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { localMinute } from '../issue/local-minute.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/Field.tsx';
import { AskDialog } from './AskDialog.tsx';
import type { PromiseActions } from './PromiseLine.tsx';

type Props = Readonly<{ promise: PromiseRow; actions: PromiseActions; onClose: () => void }>;

/** Another date. The first one goes on counting, and the dialog says so. */
export function MoveDialog({ promise, actions, onClose }: Props) {
  const t = useText(words);
  const { promises } = useApp().services;
  const [due, setDue] = useState(localMinute(new Date(promise.due)));
  const [agreed, setAgreed] = useState(false);
  const [reason, setReason] = useState('');
  const [bad, setBad] = useState(false);
  function save(): void {
    const moment = new Date(due);
    if (due === '' || Number.isNaN(moment.getTime())) return setBad(true);
    onClose();
    const to = { due: moment, agreed, ...(reason.trim() === '' ? {} : { reason }) };
    void actions.edited(promises.move(promise.promiseId, to), t.said.moved);
  }
  return (
    <AskDialog title={t.moveDialog.heading} save={t.moveDialog.save} onSave={save} onClose={onClose}>
      <p class="quiet">{t.moveDialog.note}</p>
      <TextField
        label={t.moveDialog.due}
        type="datetime-local"
        value={due}
        error={bad ? t.dialog.needDue : undefined}
        onText={(text) => {
          setBad(false);
          setDue(text);
        }}
      />
      <Checkbox label={t.moveDialog.agreed} checked={agreed} onChecked={setAgreed} />
      <TextField
        label={t.moveDialog.reason}
        value={reason}
        maxLength={2000}
        dir="auto"
        autocomplete="off"
        onText={setReason}
      />
    </AskDialog>
  );
}
