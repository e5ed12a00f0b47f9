import { useEffect, useRef } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { TimelineLine } from '../../lib/domain/issue/timeline-of.ts';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { contactsFor } from './contacts-for.ts';
import { EntryForm } from './EntryForm.tsx';
import { likelyEvents } from './likely-events.ts';
import { useEntry } from './use-entry.ts';

type Props = Readonly<{
  detail: IssueDetail;
  account: IssueAccount | null;
  directory: Directory | null;
  actions: Actions;
  /** What a key has chosen already. */
  first?: EventKind | null;
  /** What is to be corrected; without it a new line is written. */
  correcting?: TimelineLine;
  onClose: () => void;
}>;

/** The one line in a dialog: from the list, and to correct one. */
export function EntryDialog({
  detail,
  account,
  directory,
  actions,
  first = null,
  correcting,
  onClose,
}: Props) {
  const t = useText(timeline).entry;
  const { issue } = detail;
  const text = useRef<HTMLTextAreaElement>(null);
  const entry = useEntry(issue, actions, {
    first: first ?? '',
    ...(correcting === undefined ? {} : { correcting }),
    onDone: onClose,
  });
  useEffect(() => {
    // With the kind chosen the text is what is missing.
    if (entry.draft.event === '') text.current?.form?.querySelector('select')?.focus();
    else text.current?.focus();
  }, []);
  return (
    <Dialog
      open
      size="l"
      title={correcting === undefined ? t.dialog(issue.key) : t.correct}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" busy={entry.busy} onClick={entry.add}>
            {correcting === undefined ? t.add : t.save}
          </Button>
        </>
      }
    >
      {correcting !== undefined && <p class="quiet entry-note">{t.correctHint}</p>}
      <EntryForm
        issue={issue}
        contacts={contactsFor(directory, account?.provider?.id ?? null)}
        likely={likelyEvents(account?.account.status ?? 'captured')}
        draft={entry.draft}
        onDraft={entry.change}
        problem={entry.problem}
        textRef={text}
        submit={null}
        busy={entry.busy}
        onSubmit={entry.add}
      />
    </Dialog>
  );
}
