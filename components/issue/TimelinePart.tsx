import { useSignalEffect } from '@preact/signals';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import type { IssueDetail } from '../../lib/app/log/issue-detail.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import type { LogModel } from '../log/log-model.ts';
import type { Actions } from '../log/use-actions.ts';
import { useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Button } from '../ui/Button.tsx';
import { chronologyOf } from './chronology.ts';
import { contactsFor } from './contacts-for.ts';
import { EntryForm } from './EntryForm.tsx';
import { likelyEvents } from './likely-events.ts';
import { TimelineItem } from './TimelineItem.tsx';
import { useEntry } from './use-entry.ts';
import './timeline.css';

type Props = Readonly<{
  detail: IssueDetail;
  account: IssueAccount | null;
  directory: Directory | null;
  model: LogModel;
  actions: Actions;
}>;

const FIRST = 20;
const STEP = 100;

/** One chronology of everything that happened, with the line that adds to it. */
export function TimelinePart({ detail, account, directory, model, actions }: Props) {
  const t = useText(timeline);
  const now = useNow();
  const { issue } = detail;
  const text = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(FIRST);
  const entry = useEntry(issue, actions);
  // A key says what happened: the line is filled in, and the text is next.
  useSignalEffect(() => {
    const wish = model.wish.value;
    if (wish?.what !== 'entry' || wish.issueId !== issue.id) return;
    model.wish.value = null;
    if (issue.trashed) return;
    if (wish.event !== null) entry.choose(wish.event);
    focusIn(text.current, wish.event === null);
  });
  const items = useMemo(() => chronologyOf(issue, account?.promises ?? []), [issue, account?.promises]);
  const left = items.length - length;
  const likely = likelyEvents(account?.account.status ?? 'captured');
  return (
    <section class="issue-part timeline-part" aria-labelledby="issue-timeline">
      <h3 id="issue-timeline">{t.heading}</h3>
      {!issue.trashed && (
        <EntryForm
          issue={issue}
          contacts={contactsFor(directory, account?.provider?.id ?? null)}
          likely={likely}
          draft={entry.draft}
          onDraft={entry.change}
          problem={entry.problem}
          textRef={text}
          submit={t.entry.add}
          busy={entry.busy}
          onSubmit={entry.add}
        />
      )}
      <ol class="timeline" reversed aria-label={t.order}>
        {items.slice(0, length).map((item) => (
          <TimelineItem
            key={item.key}
            item={item}
            detail={detail}
            directory={directory}
            account={account}
            actions={actions}
            now={now}
          />
        ))}
      </ol>
      {left > 0 && (
        <Button size="s" onClick={() => setLength(length + STEP)}>
          {t.more(Math.min(STEP, left), left)}
        </Button>
      )}
    </section>
  );
}

/** `choose`: nothing is chosen yet, so the choice comes first. */
function focusIn(text: HTMLTextAreaElement | null, choose: boolean): void {
  const select = text?.form?.querySelector('select');
  const target = choose ? select : text;
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
