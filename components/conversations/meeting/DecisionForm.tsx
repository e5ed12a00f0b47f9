import { useEffect, useRef, useState } from 'preact/hooks';
import { CONVERSATION_LIMITS } from '../../../lib/domain/conversations/parts.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { decisionOf, type DecisionDraft } from './decision-draft.ts';
import type { MeetingModel } from './meeting-model.ts';
import type { Kept } from './use-kept.ts';

type Props = Readonly<{
  model: MeetingModel;
  form: Kept<DecisionDraft>;
  /** Grows whenever one is to be changed: the keyboard goes to its text. */
  asked: number;
}>;

/** Text – who – by when – done when. Enter notes it, Ctrl+Enter notes it as a promise. */
export function DecisionForm({ model, form, asked }: Props) {
  const t = useText(meeting).decisions;
  const { conversation, service, actions, provider, keys } = model;
  const { values, change, done } = form;
  const [problem, setProblem] = useState<'needWhat' | 'needBoth' | null>(null);
  const first = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (asked > 0) first.current?.focus();
  }, [asked]);

  async function save(asPromise: boolean): Promise<void> {
    const decision = decisionOf(values, service.newId);
    if (decision.text === '') return setProblem('needWhat');
    if (asPromise && (decision.owner === undefined || decision.due === undefined))
      return setProblem('needBoth');
    const before = conversation.decisions.find(({ id }) => id === decision.id);
    const saved = await actions.edited(
      service.say(
        conversation.id,
        { part: 'decision', ...decision },
        before === undefined ? undefined : { part: 'decision', ...before },
      ),
    );
    if (!saved.ok) return;
    done();
    first.current?.focus();
    if (asPromise) await actions.edited(service.makePromise(conversation, decision), t.said);
  }
  const put = (some: Partial<DecisionDraft>): void => {
    setProblem(null);
    change(some);
  };
  return (
    <form
      class="meet-decide"
      aria-label={values.id === '' ? t.save : t.changing}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      onKeyDown={(event) => {
        if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save(true);
      }}
    >
      <TextField
        label={t.what}
        value={values.text}
        maxLength={CONVERSATION_LIMITS.line}
        dir="auto"
        autocomplete="off"
        error={problem === null ? undefined : t[problem]}
        controlRef={(element) => {
          first.current = element;
          keys.field('d')(element);
        }}
        onText={(text) => put({ text })}
      />
      <div class="meet-row">
        <Select
          label={t.who}
          value={values.owner}
          options={[
            { value: '', label: t.nobody },
            { value: 'us', label: t.we },
            { value: 'provider', label: visibleText(provider) },
          ]}
          onValue={(owner) => put({ owner })}
        />
        <TextField label={t.due} type="date" value={values.day} onText={(day) => put({ day })} />
        <TextField
          label={t.acceptance}
          value={values.acceptance}
          maxLength={CONVERSATION_LIMITS.line}
          dir="auto"
          autocomplete="off"
          onText={(acceptance) => put({ acceptance })}
        />
      </div>
      <div class="meet-acts">
        <Button type="submit" variant="primary" aria-keyshortcuts="Enter">
          {t.save}
        </Button>
        <Button aria-keyshortcuts="Control+Enter" onClick={() => void save(true)}>
          {t.promise}
        </Button>
      </div>
    </form>
  );
}
