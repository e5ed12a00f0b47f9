import { useEffect, useRef, useState } from 'preact/hooks';
import { deciding } from '../../lib/domain/issue/entry-order.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import type { Entry, EntryOf } from '../../lib/domain/ledger/entry.ts';
import { common } from '../../lib/i18n/common/common.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { PageText } from '../ui/PageText.tsx';

type Props = Readonly<{ issue: Issue; actions: Actions; headingRef: { current: HTMLHeadingElement | null } }>;

/** The title as a heading; a click on "Change title" turns it into a field. Emptying it brings the derived title back. */
export function TitleEditor({ issue, actions, headingRef }: Props) {
  const t = useText(words).title;
  const c = useText(common);
  const { services } = useApp();
  const [text, setText] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const editing = text !== null;
  useEffect(() => {
    if (editing) field.current?.select();
  }, [editing]);

  function save(): void {
    const given = givenTitle(issue.entries);
    const typed = (text ?? '').trim();
    setText(null);
    requestAnimationFrame(() => headingRef.current?.focus());
    if (typed === issue.title || (typed === '' && given === '')) return;
    void actions.edited(services.log.edit.rename(issue.id, typed, given));
  }
  if (text === null) {
    return (
      <div class="issue-title-line">
        <h2 class="issue-title" tabIndex={-1} ref={headingRef}>
          {issue.title === '' || issue.title === issue.key ? c.untitled : <PageText text={issue.title} />}
        </h2>
        <Button size="s" variant="quiet" onClick={() => setText(issue.title.slice(0, 200))}>
          {t.edit}
        </Button>
      </div>
    );
  }
  return (
    <form
      class="issue-title-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        setText(null);
      }}
    >
      <TextField
        label={t.field}
        labelHidden
        value={text}
        maxLength={200}
        dir="auto"
        controlRef={field}
        onText={setText}
      />
      <Button type="submit" variant="primary">
        {t.save}
      </Button>
      <Button onClick={() => setText(null)}>{t.cancel}</Button>
    </form>
  );
}

/** The title given by hand, '' if none: what undo has to bring back. */
function givenTitle(entries: readonly Entry[]): string {
  const titled = entries.filter((entry): entry is EntryOf<'issue.titled'> => entry.kind === 'issue.titled');
  return deciding(titled)?.body.title ?? '';
}
