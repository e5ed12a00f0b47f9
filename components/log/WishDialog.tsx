import { useEffect, useState } from 'preact/hooks';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { useAccount } from '../accounts/use-account.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { contactsFor } from '../issue/contacts-for.ts';
import { EntryDialog } from '../issue/EntryDialog.tsx';
import { SystemDialog } from '../issue/SystemDialog.tsx';
import { PromiseDialog } from '../promises/PromiseDialog.tsx';
import { useApp } from '../state/app.tsx';
import type { Wish } from './log-model.ts';
import type { Actions } from './use-actions.ts';

type Props = Readonly<{ wish: Wish; actions: Actions; onClose: () => void }>;

/** What a key of the list asks for, about the line it is on: without leaving the list. */
export function WishDialog({ wish, actions, onClose }: Props) {
  const { log } = useApp().services;
  const account = useAccount(wish.issueId);
  const directory = useDirectory();
  const [detail, setDetail] = useState<IssueDetail | null>(null);
  useEffect(
    () =>
      log.liveDetail(
        wish.issueId,
        (found) => (found === null ? onClose() : setDetail(found)),
        (code) => {
          actions.failed(code);
          onClose();
        },
      ),
    [log, wish.issueId],
  );
  // Both decide what the dialog offers: it opens when they are there, which takes a blink.
  if (detail === null || account === null || directory === null) return null;
  const { issue } = detail;
  const provider = account.provider;
  switch (wish.what) {
    case 'entry':
      return (
        <EntryDialog
          detail={detail}
          account={account}
          directory={directory}
          actions={actions}
          first={wish.event}
          onClose={onClose}
        />
      );
    case 'system':
      return (
        <SystemDialog
          issue={issue}
          account={account}
          directory={directory}
          actions={actions}
          onClose={onClose}
        />
      );
    case 'promise':
      return (
        <PromiseDialog
          about={{ issueId: issue.id, key: issue.key }}
          providerId={provider?.id ?? null}
          providers={[]}
          provider={provider?.name ?? null}
          contacts={contactsFor(directory, provider?.id ?? null)}
          actions={actions}
          onClose={onClose}
        />
      );
  }
}
