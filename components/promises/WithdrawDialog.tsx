import { useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { TextField } from '../ui/Field.tsx';
import { AskDialog } from './AskDialog.tsx';
import type { PromiseActions } from './PromiseLine.tsx';

type Props = Readonly<{ promise: PromiseRow; actions: PromiseActions; onClose: () => void }>;

/** Not needed any more, or not delivered: two very different ends. */
export function WithdrawDialog({ promise, actions, onClose }: Props) {
  const t = useText(words);
  const { promises } = useApp().services;
  const [how, setHow] = useState<'agreed' | 'given'>('agreed');
  const [reason, setReason] = useState('');
  function save(): void {
    onClose();
    const end = { agreed: how === 'agreed', ...(reason.trim() === '' ? {} : { reason }) };
    void actions.edited(promises.withdraw(promise.promiseId, end), t.said.withdrawn);
  }
  return (
    <AskDialog title={t.withdrawDialog.heading} save={t.withdrawDialog.save} onSave={save} onClose={onClose}>
      <fieldset class="promise-ends">
        <legend class="segmented-legend">{t.withdrawDialog.how}</legend>
        {(['agreed', 'given'] as const).map((end) => (
          <label key={end} class="promise-end">
            <input type="radio" name="promise-end" checked={how === end} onChange={() => setHow(end)} />
            <span>{t.withdrawDialog[end]}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t.withdrawDialog.reason}
        value={reason}
        maxLength={2000}
        dir="auto"
        autocomplete="off"
        onText={setReason}
      />
    </AskDialog>
  );
}
