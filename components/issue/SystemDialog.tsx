import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PageText } from '../ui/PageText.tsx';
import { createSystemFor } from './create-system.ts';
import { NewSystemFields } from './NewSystemFields.tsx';
import {
  ANOTHER,
  BY_ADDRESS,
  fittingSystems,
  systemOptions,
  type NewSystem,
  type SystemChoice,
} from './system-choice.ts';
import './system.css';

type Props = Readonly<{
  issue: Issue;
  account: IssueAccount | null;
  directory: Directory | null;
  actions: Actions;
  onClose: () => void;
}>;

/** Says by hand which system it is: one that is there, or a new one in the same step. */
export function SystemDialog({ issue, account, directory, actions, onClose }: Props) {
  const t = useText(accounts).system;
  const { services } = useApp();
  const format = useFormat();
  const form = useId();
  const options = directory === null ? [] : systemOptions(issue, directory);
  const fitting = directory === null ? [] : fittingSystems(issue, directory);
  const [choice, setChoice] = useState<SystemChoice>(
    account?.system?.id ??
      options.find(({ fits }) => fits)?.system.id ??
      (options.length === 0 ? ANOTHER : ''),
  );
  const [fresh, setFresh] = useState<NewSystem>({
    name: '',
    providerId: directory === null || directory.providers.size === 0 ? ANOTHER : '',
    providerName: '',
    host: issue.host,
  });
  const [problem, setProblem] = useState<'needName' | 'needProvider' | null>(null);

  function create(): void {
    if (fresh.name.trim() === '') return setProblem('needName');
    if (fresh.providerId === ANOTHER && fresh.providerName.trim() === '') return setProblem('needProvider');
    onClose();
    void actions.edited(
      createSystemFor(services, issue.id, fresh, format.zone),
      t.created(fresh.name.trim()),
    );
  }
  function save(): void {
    if (choice === ANOTHER) return create();
    if (choice === '') return;
    onClose();
    if (choice === BY_ADDRESS) return void actions.edited(services.timeline.assign(issue.id, null), t.back);
    const named = options.find(({ system }) => system.id === choice)?.system.name ?? '';
    void actions.edited(services.timeline.assign(issue.id, choice), t.assigned(named));
  }
  const [only] = fitting;
  const radio = (value: SystemChoice, label: ComponentChildren) => (
    <label class="system-option" key={value}>
      <input type="radio" name={form} checked={choice === value} onChange={() => setChoice(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <Dialog
      open
      title={t.dialog.heading(issue.key)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.dialog.cancel}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t.dialog.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class="system-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {options.length === 0 ? (
          <p>{t.dialog.none}</p>
        ) : (
          <fieldset class="system-options">
            <legend class="hidden-text">{t.dialog.list}</legend>
            {issue.assigned?.systemId != null &&
              radio(
                BY_ADDRESS,
                only === undefined || fitting.length > 1 ? t.dialog.address : t.dialog.addressIs(only.name),
              )}
            {options.map(({ system, provider, fits }) =>
              radio(
                system.id,
                <>
                  <strong>
                    <PageText text={system.name} />
                  </strong>{' '}
                  <span class="quiet">
                    {provider === null ? t.noProvider : <PageText text={provider} />}
                    {fits && ` · ${t.dialog.fits}`}
                  </span>
                </>,
              ),
            )}
            {radio(ANOTHER, t.dialog.create)}
          </fieldset>
        )}
        {choice === ANOTHER && (
          <NewSystemFields
            value={fresh}
            host={issue.host}
            providers={directory === null ? [] : [...directory.providers.values()]}
            problem={problem}
            onChange={(change) => {
              setProblem(null);
              setFresh({ ...fresh, ...change });
            }}
          />
        )}
      </form>
    </Dialog>
  );
}
