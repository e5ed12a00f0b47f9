import { useEffect, useState } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, Select, TextArea, TextField } from '../ui/Field.tsx';
import { localMinute, momentOfMinute } from './local-minute.ts';

type Props = Readonly<{ issue: Issue; open: boolean; actions: Actions; onClose: () => void }>;
const CHANNELS = ['phone', 'email', 'portal', 'chat', 'in-person', 'other'] as const;

/** "I reported this": when, how, under which number. */
export function ReportDialog({ issue, open, actions, onClose }: Props) {
  const t = useText(words).reports;
  const c = useText(common);
  const { services } = useApp();
  const [at, setAt] = useState('');
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('phone');
  const [ticket, setTicket] = useState('');
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  useEffect(() => {
    if (!open) return;
    setAt(localMinute(services.log.now()));
    setTicket('');
    setText('');
    setBad(false);
  }, [open]);

  function save(): void {
    const moment = momentOfMinute(at, services.log.now());
    if (moment === null) return setBad(true);
    const report = { at: moment, channel, ticket, text };
    void actions
      .edited(services.log.edit.report(issue.id, report), t.saved)
      .then((result) => result.ok && onClose());
  }
  return (
    <Dialog
      open={open}
      title={t.dialog.heading(issue.key)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.dialog.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {t.dialog.save}
          </Button>
        </>
      }
    >
      <form
        class="issue-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t.dialog.at} error={bad ? t.dialog.badTime : undefined}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              class="input"
              required
              value={at}
              max={localMinute(services.log.now())}
              onInput={(event) => setAt(event.currentTarget.value)}
            />
          )}
        </Field>
        <Select
          label={t.dialog.how}
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: c.channel[value] }))}
          onValue={setChannel}
        />
        <TextField
          label={t.dialog.ticket}
          hint={t.dialog.ticketHint}
          value={ticket}
          maxLength={LIMITS.ticket}
          dir="auto"
          onText={setTicket}
        />
        <TextArea
          label={t.dialog.note}
          hint={t.dialog.noteHint}
          value={text}
          maxLength={LIMITS.note}
          onText={setText}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
