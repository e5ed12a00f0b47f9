import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditResult } from '../../../lib/app/log/edits.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { TextArea } from '../../ui/Field.tsx';
import type { MeetingModel } from './meeting-model.ts';
import { useKept } from './use-kept.ts';

type Props = Readonly<{
  model: MeetingModel;
  /** Names it among the drafts. */
  field: string;
  label: string;
  hint?: string;
  labelHidden?: boolean;
  rows?: number;
  max: number;
  /** As the log has it. */
  stored: string;
  save: (text: string) => Promise<EditResult>;
  controlRef?: (element: HTMLElement | null) => void;
}>;

type State = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** A text that is kept while it is typed and becomes an entry when its field is left, on Ctrl+Enter, and when the page goes away. */
export function KeptText(props: Props) {
  const { model, field, label, hint, labelHidden = false, rows = 3, max, stored, save, controlRef } = props;
  const t = useText(meeting).notes;
  const kept = model.drafts.get(field);
  const about = { service: model.service, conversationId: model.conversation.id, field };
  const { values, latest, change, saved, adopt } = useKept(about, { text: stored }, kept);
  const [state, setState] = useState<State>(kept === undefined ? 'clean' : 'dirty');
  const [masked, setMasked] = useState(0);
  const base = useRef(stored);
  // What the log had when the last save began: until it has the new text, the field keeps what was typed.
  const before = useRef<string | null>(null);
  useEffect(() => {
    if ((state !== 'clean' && state !== 'saved') || stored === before.current) return;
    before.current = null;
    base.current = stored;
    adopt({ text: stored });
  }, [stored, state]);

  async function store(): Promise<void> {
    const typed = latest.current.text;
    if (typed.trim() === base.current.trim()) {
      if (state === 'dirty') saved();
      setState((now) => (now === 'dirty' ? 'clean' : now));
      return;
    }
    setState('saving');
    const was = base.current;
    base.current = typed;
    before.current = stored;
    const result = await model.actions.edited(save(typed));
    if (!result.ok) {
      base.current = was;
      return setState('failed');
    }
    setMasked(result.masked);
    // What was typed meanwhile is a draft of its own.
    if (latest.current.text !== typed) return setState('dirty');
    saved();
    setState('saved');
  }
  const storeNow = useRef(store);
  storeNow.current = store;
  useEffect(() => {
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void storeNow.current();
    };
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      void storeNow.current();
    };
  }, []);
  const word = masked > 0 && state === 'saved' ? t.masked(masked) : t.states[state];
  return (
    <div class="meet-kept">
      <TextArea
        label={label}
        hint={hint}
        labelHidden={labelHidden}
        rows={rows}
        value={values.text}
        maxLength={max}
        controlRef={controlRef ?? null}
        onText={(text) => {
          change({ text });
          setState('dirty');
        }}
        onBlur={() => void store()}
        onKeyDown={(event) => {
          if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void store();
        }}
      />
      <span class="quiet small meet-state" role="status">
        {word}
      </span>
    </div>
  );
}
