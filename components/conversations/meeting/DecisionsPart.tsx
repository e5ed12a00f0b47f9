import { useState } from 'preact/hooks';
import { becameOf, type DecisionState } from '../../../lib/domain/conversations/became-of.ts';
import type { Decision } from '../../../lib/domain/conversations/conversations-of.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { promises as promiseWords } from '../../../lib/i18n/promises/promises.ts';
import { PromiseMenu } from '../../promises/PromiseMenu.tsx';
import { PromiseState } from '../../promises/PromiseState.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { draftOf, EMPTY_DECISION } from './decision-draft.ts';
import type { MeetingModel } from './meeting-model.ts';
import { useKept } from './use-kept.ts';

type LineProps = Readonly<{ model: MeetingModel; state: DecisionState; onChange: (one: Decision) => void }>;

/** A decision; once it is a promise, it goes on as one and is changed as one. */
function DecisionLine({ model, state: { decision, promise }, onChange }: LineProps) {
  const t = useText(meeting).decisions;
  const { accepted } = useText(promiseWords);
  const format = useFormat();
  const { conversation, service, actions, provider } = model;
  const { text, owner, due, acceptance } = decision;
  const what = visibleText(text);
  const who = owner === undefined ? null : owner === 'us' ? t.we : visibleText(provider);
  const facts = [who, due === undefined ? null : t.dueOn(format.date(due))].filter((one) => one !== null);
  const stored = { part: 'decision', ...decision } as const;
  return (
    <li class="meet-decision">
      <div class="meet-decision-text">
        <PageText text={text} />
        {facts.length > 0 && <span class="small">{facts.join(', ')}</span>}
        {acceptance !== undefined && (
          <span class="quiet small">
            <PageText text={accepted(acceptance)} />
          </span>
        )}
        {promise !== null && <PromiseState promise={promise} />}
      </div>
      {promise !== null ? (
        <PromiseMenu promise={promise} actions={actions} />
      ) : (
        <div class="meet-decision-acts">
          {owner !== undefined && due !== undefined && (
            <Button
              size="s"
              aria-label={t.makeOf(what)}
              onClick={() => void actions.edited(service.makePromise(conversation, decision), t.said)}
            >
              {t.make}
            </Button>
          )}
          <Button variant="quiet" size="s" aria-label={t.changeOf(what)} onClick={() => onChange(decision)}>
            {t.change}
          </Button>
          <IconButton
            label={t.remove(what)}
            icon="close"
            onClick={() =>
              void actions.edited(service.say(conversation.id, { ...stored, gone: true }, stored), t.removed)
            }
          />
        </div>
      )}
    </li>
  );
}

/** What was decided, and the line for the next one. */
export function DecisionsPart({ model }: Readonly<{ model: MeetingModel }>) {
  const t = useText(meeting).decisions;
  const { conversation, promises, service, drafts } = model;
  const about = { service, conversationId: conversation.id, field: 'decision' };
  const form = useKept(about, EMPTY_DECISION, drafts.get('decision'));
  const [asked, setAsked] = useState(0);
  const states = becameOf(conversation, promises);
  return (
    <section class="meet-part" aria-labelledby="meet-decisions">
      <h2 id="meet-decisions">{t.heading}</h2>
      {states.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <ol class="meet-decisions">
          {states.map((state) => (
            <DecisionLine
              key={state.decision.id}
              model={model}
              state={state}
              onChange={(one) => {
                form.change(draftOf(one));
                setAsked(asked + 1);
              }}
            />
          ))}
        </ol>
      )}
      <DecisionForm model={model} form={form} asked={asked} />
    </section>
  );
}
