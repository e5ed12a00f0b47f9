import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { accounts } from '../../lib/i18n/accounts/accounts.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { PageText } from '../ui/PageText.tsx';
import { SystemDialog } from './SystemDialog.tsx';

type Props = Readonly<{
  issue: Issue;
  account: IssueAccount | null;
  directory: Directory | null;
  model: LogModel;
  actions: Actions;
}>;

/** Which system it is about and who is responsible for it; one click changes it, a tie is asked about. */
export function SystemLine({ issue, account, directory, model, actions }: Props) {
  const t = useText(accounts).system;
  const [choosing, setChoosing] = useState(false);
  useSignalEffect(() => {
    const wish = model.wish.value;
    if (wish?.what !== 'system' || wish.issueId !== issue.id) return;
    model.wish.value = null;
    setChoosing(!issue.trashed);
  });
  const system = account?.system ?? null;
  const provider = account?.provider ?? null;
  const ask = account !== null && account.ask.length > 0;
  return (
    <div class="system-line" role="group" aria-label={t.label}>
      {system === null ? (
        <span class="quiet">{ask ? t.ask : t.none}</span>
      ) : (
        <span class="system-names">
          <strong>
            <PageText text={system.name} />
          </strong>
          {' · '}
          {provider === null ? (
            <span class="quiet">{t.noProvider}</span>
          ) : (
            <a href={`#/providers/${provider.id}`}>
              <PageText text={provider.name} />
            </a>
          )}
          {issue.assigned?.systemId === system.id && <span class="quiet small"> ({t.byHand})</span>}
        </span>
      )}
      {!issue.trashed && (
        <Button
          size="s"
          variant={system === null ? 'plain' : 'quiet'}
          aria-keyshortcuts="s"
          onClick={() => setChoosing(true)}
        >
          {system === null ? t.choose : t.change}
        </Button>
      )}
      {ask && <p class="quiet small system-why">{t.askWhy}</p>}
      {!ask && system === null && account !== null && <p class="quiet small system-why">{t.why}</p>}
      {choosing && (
        <SystemDialog
          issue={issue}
          account={account}
          directory={directory}
          actions={actions}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
