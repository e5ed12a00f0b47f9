import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { contactsFor } from '../issue/contacts-for.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { Button } from '../ui/Button.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import './promises.css';

type Props = Readonly<{
  issue: Issue;
  account: IssueAccount | null;
  directory: Directory | null;
  model: LogModel;
  actions: Actions;
}>;

/** What either side undertook to do about an issue; ours first. */
export function PromisesPart({ issue, account, directory, model, actions }: Props) {
  const t = useText(words);
  const { promises } = useApp().services;
  const [adding, setAdding] = useState(false);
  const rows = useLive<readonly PromiseRow[]>(
    // That reading fails is said where the issue itself is read.
    (listener) => promises.live({ issueId: issue.id }, listener, () => undefined),
    [],
    [promises, issue.id],
  );
  useSignalEffect(() => {
    const wish = model.wish.value;
    if (wish?.what !== 'promise' || wish.issueId !== issue.id) return;
    model.wish.value = null;
    setAdding(!issue.trashed);
  });
  const ordered = [
    ...rows.filter(({ owner }) => owner === 'us'),
    ...rows.filter(({ owner }) => owner !== 'us'),
  ];
  return (
    <section class="issue-part" aria-labelledby="issue-promises">
      <h3 id="issue-promises">{t.heading}</h3>
      {rows.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <ul class="promise-list">
          {ordered.map((promise) => (
            <li key={promise.promiseId}>
              <PromiseLine promise={promise} provider={account?.provider?.name ?? null} actions={actions} />
            </li>
          ))}
        </ul>
      )}
      {!issue.trashed && (
        <Button aria-keyshortcuts="p" onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      )}
      {adding && (
        <PromiseDialog
          about={{ issueId: issue.id, key: issue.key }}
          providerId={account?.provider?.id ?? null}
          providers={[]}
          provider={account?.provider?.name ?? null}
          contacts={contactsFor(directory, account?.provider?.id ?? null)}
          actions={actions}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
