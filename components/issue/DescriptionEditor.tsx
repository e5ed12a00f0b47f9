import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import './description.css';

type State = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** What happened, in the user's words. Saved on leaving the field, on Ctrl+Enter, and when the page goes away. */
export function DescriptionEditor({ issue, actions }: Readonly<{ issue: Issue; actions: Actions }>) {
  const t = useText(words).description;
  const { services } = useApp();
  const [text, setText] = useState(issue.description);
  const [state, setState] = useState<State>('clean');
  const [masked, setMasked] = useState(0);
  // What the typed text started from: tells "I changed it" from "another window changed it".
  const base = useRef(issue.description);
  const latest = useRef(text);
  latest.current = text;
  const dirty = state === 'dirty' || state === 'failed';
  const elsewhere = dirty && issue.description !== base.current;

  useEffect(() => {
    if (dirty || state === 'saving') return;
    base.current = issue.description;
    setText(issue.description);
  }, [issue.description, state]);

  async function save(): Promise<void> {
    const typed = latest.current;
    if (typed.trim() === base.current.trim()) {
      setState((now) => (now === 'dirty' ? 'clean' : now));
      return;
    }
    setState('saving');
    const before = base.current;
    const result = await actions.edited(services.log.edit.describe(issue.id, typed, before));
    if (!result.ok) return setState('failed');
    base.current = typed;
    setMasked(result.masked);
    setState(latest.current === typed ? 'saved' : 'dirty');
  }
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void saveNow.current();
    };
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      void saveNow.current();
    };
  }, []);

  return (
    <section class="description" aria-labelledby="issue-description">
      <div class="description-head">
        <h3 id="issue-description">{t.heading}</h3>
        <span class="quiet small" role="status">
          {t.states[state]}
        </span>
      </div>
      <textarea
        class="input textarea description-text"
        data-edit-description
        dir="auto"
        rows={4}
        aria-labelledby="issue-description"
        aria-describedby="issue-description-hint"
        placeholder={t.placeholder}
        maxLength={LIMITS.note}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setState('dirty');
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            setText(base.current);
            latest.current = base.current;
            setState('clean');
            event.currentTarget.blur();
          }
        }}
      />
      <p class="field-hint" id="issue-description-hint">
        {elsewhere ? t.changedElsewhere : masked > 0 && state === 'saved' ? t.masked(masked) : t.hint}
      </p>
    </section>
  );
}
