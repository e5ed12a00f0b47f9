import { useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { WhenField } from '../issue/WhenField.tsx';
import { whenOf } from '../issue/when-text.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { PageText } from '../ui/PageText.tsx';
import { AskDialog } from './AskDialog.tsx';
import type { PromiseActions } from './PromiseLine.tsx';

type Props = Readonly<{ promise: PromiseRow; actions: PromiseActions; onClose: () => void }>;

/** When it was delivered: that decides whether it was in time. */
export function KeepDialog({ promise, actions, onClose }: Props) {
  const t = useText(words);
  const { promises, log } = useApp().services;
  const [when, setWhen] = useState('');
  const [problem, setProblem] = useState<'badTime' | 'future' | null>(null);
  function save(): void {
    const told = whenOf(when, log.now());
    if (told === null) return setProblem('badTime');
    if (told.at > log.now()) return setProblem('future');
    onClose();
    void actions.edited(promises.keep(promise.promiseId, told.at), t.said.kept);
  }
  return (
    <AskDialog title={t.keepDialog.heading} save={t.keepDialog.save} onSave={save} onClose={onClose}>
      <p>
        <PageText text={promise.deliverable} />
      </p>
      <WhenField
        label={t.keepDialog.when}
        hint={t.keepDialog.whenHint}
        value={when}
        now={log.now()}
        problem={problem}
        onText={(text) => {
          setProblem(null);
          setWhen(text);
        }}
      />
    </AskDialog>
  );
}
