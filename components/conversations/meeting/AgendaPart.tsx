import type { ComponentChildren } from 'preact';
import { becameOf } from '../../../lib/domain/conversations/became-of.ts';
import type { Point } from '../../../lib/domain/conversations/conversations-of.ts';
import { CONVERSATION_LIMITS } from '../../../lib/domain/conversations/parts.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { PromiseLine } from '../../promises/PromiseLine.tsx';
import { PromiseState } from '../../promises/PromiseState.tsx';
import { useFormat, useText } from '../../state/locale.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageText } from '../../ui/PageText.tsx';
import type { MeetingModel } from './meeting-model.ts';
import { PointNote, pointPart } from './PointNote.tsx';
import { useKept } from './use-kept.ts';
import { useTitles } from './use-titles.ts';

type Props = Readonly<{ model: MeetingModel }>;

/** What was written down of a promise or of a decision of last time. */
const pointOn = ({ conversation }: MeetingModel, source: 'promise' | 'decision', id: string): Point =>
  conversation.points.find((point) => point.source === source && point.id === id) ?? {
    id,
    source,
    text: '',
    done: false,
  };

function Group({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <>
      <h3>{heading}</h3>
      <ul class="meet-list">{children}</ul>
    </>
  );
}

/** A point with its tick, its note, and where it is ours, its way out. */
function PointLine({ model, point, text, under }: Props & { point: Point; text: string; under?: string }) {
  const t = useText(meeting).agenda;
  const { removed } = useText(meeting).decisions;
  const { conversation, service, actions } = model;
  const gone = { ...pointPart(point), gone: true } as const;
  return (
    <li class="meet-point">
      <div class="meet-point-head">
        <Checkbox
          label={<PageText text={text} />}
          hint={under}
          checked={point.done}
          onChecked={(done) =>
            void actions.edited(service.say(conversation.id, pointPart({ ...point, done })))
          }
        />
        {point.source === 'own' && (
          <IconButton
            label={t.remove(visibleText(text))}
            icon="close"
            onClick={() => void actions.edited(service.say(conversation.id, gone, pointPart(point)), removed)}
          />
        )}
      </div>
      <PointNote model={model} point={point} of={text} />
    </li>
  );
}

function AddPoint({ model }: Props) {
  const t = useText(meeting).agenda;
  const { conversation, service, actions, keys, drafts } = model;
  const about = { service, conversationId: conversation.id, field: 'point' };
  const { values, change, done } = useKept(about, { text: '' }, drafts.get('point'));
  async function add(): Promise<void> {
    const { text } = values;
    if (text.trim() === '') return;
    const point = { id: service.newId(), source: 'own', text, done: false } as const;
    const result = await actions.edited(service.say(conversation.id, pointPart(point)));
    if (result.ok) done();
  }
  return (
    <form
      class="meet-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t.add}
        hint={t.addHint}
        value={values.text}
        maxLength={CONVERSATION_LIMITS.line}
        dir="auto"
        autocomplete="off"
        controlRef={keys.field('a')}
        onText={(text) => change({ text })}
      />
    </form>
  );
}

/** Decided last time, with what became of each; none where there is no last time. */
function LastTime({ model }: Props) {
  const t = useText(meeting);
  const format = useFormat();
  const { last, promises, provider } = model;
  if (last === null || last.decisions.length === 0) return null;
  const who = { us: t.decisions.we, provider: visibleText(provider) };
  return (
    <Group heading={`${t.agenda.decision}, ${t.agenda.decisionOn(format.date(last.startedAt))}`}>
      {becameOf(last, promises).map(({ decision, promise }) => (
        <li key={decision.id} class="meet-point">
          <span>
            {decision.owner !== undefined && <strong>{who[decision.owner]}: </strong>}
            <PageText text={decision.text} />
          </span>
          {promise === null ? (
            <span class="quiet small">{t.agenda.stayed}</span>
          ) : (
            <PromiseState promise={promise} />
          )}
          <PointNote model={model} point={pointOn(model, 'decision', decision.id)} of={decision.text} />
        </li>
      ))}
    </Group>
  );
}

/** Open ones that were not decided last time or in this conversation: those stand there. */
function OpenPromises({ model }: Props) {
  const t = useText(meeting).agenda;
  const { conversation, last, promises, provider, actions } = model;
  const told = new Set(
    [...conversation.decisions, ...(last?.decisions ?? [])].map(({ promiseId }) => promiseId),
  );
  const open = promises
    .filter(({ providerId, promiseId }) => providerId === conversation.providerId && !told.has(promiseId))
    .filter(({ outcome }) => outcome === 'openNotDue' || outcome === 'openOverdue')
    .toSorted((a, b) => Number(a.owner === 'provider') - Number(b.owner === 'provider'));
  if (open.length === 0) return null;
  return (
    <Group heading={t.promise}>
      {open.map((promise) => (
        <li key={promise.promiseId} class="meet-point">
          <PromiseLine promise={promise} provider={provider} actions={actions} />
          <PointNote
            model={model}
            point={pointOn(model, 'promise', promise.promiseId)}
            of={promise.deliverable}
          />
        </li>
      ))}
    </Group>
  );
}

/** What is to be talked about: ours and what is to settle, last time, promises, issues. */
export function AgendaPart({ model }: Props) {
  const t = useText(meeting).agenda;
  const { conversation, service } = model;
  const of = (source: Point['source']) => conversation.points.filter((point) => point.source === source);
  const issues = of('issue');
  const titles = useTitles(service, issues);
  const nameOf = ({ key = '', issueId }: Point): string =>
    `${key} ${(issueId === undefined ? undefined : titles?.get(issueId)) ?? (titles === null ? '' : `(${t.erased})`)}`;
  return (
    <section class="meet-part" aria-labelledby="meet-agenda">
      <h2 id="meet-agenda">{t.heading}</h2>
      <LastTime model={model} />
      {(['own', 'settle'] as const).map((source) => {
        const points = of(source);
        if (points.length === 0) return null;
        return (
          <Group key={source} heading={t[source]}>
            {points.map((point) => (
              <PointLine key={point.id} model={model} point={point} text={point.text} />
            ))}
          </Group>
        );
      })}
      <AddPoint model={model} />
      <OpenPromises model={model} />
      {issues.length > 0 && (
        <Group heading={t.issue}>
          {issues.map((point) => (
            <PointLine
              key={point.id}
              model={model}
              point={point}
              text={nameOf(point)}
              under={t.waiting(point.text)}
            />
          ))}
        </Group>
      )}
    </section>
  );
}
