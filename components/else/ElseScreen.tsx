import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { elsewhere } from '../../lib/i18n/else/else.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { AttachPart } from './AttachPart.tsx';
import { createElseModel } from './else-model.ts';
import { SystemField } from './SystemField.tsx';
import { useElseActions } from './use-else-actions.ts';
import { WhenPart } from './WhenPart.tsx';
import './else.css';

const LEVELS = [1, 2, 3] as const;

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** "Record something else": one form, one record. Everything in it works by keyboard alone. */
export function ElseScreen() {
  const t = useText(elsewhere);
  const c = useText(common);
  const { elsewhere: service, attachments } = useApp().services;
  const model = useMemo(
    () => createElseModel({ service, look: attachments.look, later }),
    [service, attachments],
  );
  const { problem, badTime, record } = useElseActions(model);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    void model.load();
    first.current?.focus();
    addEventListener('pagehide', model.flush);
    return () => {
      removeEventListener('pagehide', model.flush);
      model.flush();
    };
  }, [model]);

  const { fields } = model;
  const { text, impact, urgency } = fields.value;
  const restored = model.restored.value;
  return (
    <div class="else">
      <header class="else-head">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      {restored !== null && (
        <Banner live actions={<Button onClick={() => void model.discard()}>{t.discard}</Button>}>
          {restored.lost > 0 ? t.draftWithout(restored.lost) : t.draft}
        </Banner>
      )}
      <form
        class="else-form"
        onSubmit={(event) => {
          event.preventDefault();
          void record();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          void record();
        }}
      >
        <SystemField model={model} inputRef={first} />
        <TextArea
          label={t.what}
          hint={t.whatHint}
          rows={5}
          value={text}
          maxLength={LIMITS.note}
          onText={(typed) => model.change({ text: typed })}
        />
        <WhenPart model={model} bad={badTime.value} />
        <div class="else-rating">
          <Segmented
            legend={c.impact}
            clearable
            value={impact}
            options={LEVELS.map((value) => ({ value, label: c.impactLevel[value] }))}
            onValue={(value) => model.change({ impact: value })}
          />
          <Segmented
            legend={c.urgency}
            clearable
            value={urgency}
            options={LEVELS.map((value) => ({ value, label: c.urgencyLevel[value] }))}
            onValue={(value) => model.change({ urgency: value })}
          />
        </div>
        <AttachPart model={model} />
        {problem.value !== null && (
          <Banner tone="problem" live>
            {problem.value === 'empty' ? t.nothing : failureText(c, problem.value)}
          </Banner>
        )}
        <div class="else-foot">
          <Button type="submit" variant="primary" busy={model.saving.value || model.taking.value > 0}>
            {t.record}
          </Button>
          <span class="quiet small" role="status">
            {model.draftKept.value === 'yes' && t.kept}
            {model.draftKept.value === 'failed' && t.notKept}
          </span>
        </div>
      </form>
    </div>
  );
}
