import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Select, TextArea } from '../ui/Field.tsx';
import { CHANNELS, withEvent, type DraftProblem, type EntryDraft } from './entry-draft.ts';
import { EntryKind, LikelyKinds } from './EntryKind.tsx';
import { EntryMore } from './EntryMore.tsx';
import { EntryOwnField } from './EntryOwnField.tsx';
import { WhenField } from './WhenField.tsx';
import './entry.css';

type Props = Readonly<{
  issue: Issue;
  contacts: readonly Contact[];
  likely: readonly EventKind[];
  draft: EntryDraft;
  onDraft: (change: Partial<EntryDraft>) => void;
  problem: DraftProblem | null;
  textRef: RefObject<HTMLTextAreaElement | null>;
  /** Name of the button at the end of the line; null: the buttons are elsewhere. */
  submit: string | null;
  busy: boolean;
  onSubmit: () => void;
}>;

/** One line: what · when · how · text. Everything else folds away below it. */
export function EntryForm(props: Props) {
  const { issue, contacts, likely, draft, onDraft, problem, textRef, submit, busy, onSubmit } = props;
  const t = useText(timeline);
  const c = useText(common);
  const { log } = useApp().services;
  const form = useRef<HTMLFormElement>(null);
  function choose(event: EventKind): void {
    onDraft(withEvent(draft, event));
    textRef.current?.focus();
  }
  return (
    <form
      ref={form}
      class="entry"
      aria-label={t.entry.label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <LikelyKinds value={draft.event} likely={likely} onValue={choose} />
      <div class="entry-line">
        <div class="entry-what">
          <EntryKind
            value={draft.event}
            likely={likely}
            missing={problem === 'needEvent'}
            onValue={(event) => onDraft(withEvent(draft, event))}
          />
        </div>
        <div class="entry-when">
          <WhenField
            label={t.entry.when}
            hint={t.entry.whenHint}
            value={draft.when}
            now={log.now()}
            problem={problem === 'badTime' || problem === 'future' ? problem : null}
            onText={(when) => onDraft({ when })}
          />
        </div>
        <div class="entry-how">
          <Select
            label={t.entry.how}
            value={draft.channel}
            options={[
              { value: '', label: t.entry.howUnsaid },
              ...CHANNELS.map((value) => ({ value, label: c.channel[value] })),
            ]}
            onValue={(channel) => onDraft({ channel })}
          />
        </div>
        <div class="entry-text">
          <TextArea
            label={t.entry.text}
            controlRef={textRef}
            rows={1}
            value={draft.text}
            maxLength={LIMITS.note}
            error={problem === 'needText' ? t.entry.needText : undefined}
            onText={(text) => onDraft({ text })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              form.current?.requestSubmit();
            }}
          />
        </div>
        {submit !== null && (
          <div class="entry-add">
            <Button type="submit" variant="primary" busy={busy}>
              {submit}
            </Button>
          </div>
        )}
      </div>
      <div class="entry-own">
        <EntryOwnField draft={draft} onDraft={onDraft} badUntil={problem === 'badUntil'} />
        {problem === 'needTo' && (
          <p class="field-error" role="alert">
            {t.entry.needTo}
          </p>
        )}
      </div>
      <details class="issue-details entry-details">
        <summary>{t.entry.more}</summary>
        <EntryMore issue={issue} contacts={contacts} draft={draft} onDraft={onDraft} />
      </details>
      {submit === null && <button type="submit" hidden />}
    </form>
  );
}
