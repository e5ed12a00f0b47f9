import { useEffect, useMemo, useState } from 'preact/hooks';
import { PACK_KINDS } from '../../lib/app/packs/pack-order.ts';
import type { DraftValues } from '../../lib/app/conversations/drafts.ts';
import { promisesNow } from '../../lib/domain/conversations/became-of.ts';
import { lastBefore, type Conversation } from '../../lib/domain/conversations/conversations-of.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { meeting } from '../../lib/i18n/meeting/meeting.ts';
import { packs } from '../../lib/i18n/packs/packs.ts';
import { useDirectory } from '../accounts/use-directory.ts';
import { createUndoStore } from '../log/undo-store.ts';
import { useActions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useNow } from '../state/use-now.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { hashOfPlace } from './conversations-route.ts';
import { AgendaPart } from './meeting/AgendaPart.tsx';
import { DecisionsPart } from './meeting/DecisionsPart.tsx';
import { FollowUpPart } from './meeting/FollowUpPart.tsx';
import { MeetingKeysMap } from './meeting/MeetingKeysMap.tsx';
import type { MeetingModel } from './meeting/meeting-model.ts';
import { NotesPart } from './meeting/NotesPart.tsx';
import { PresentPart } from './meeting/PresentPart.tsx';
import { useMeetingKeys } from './meeting/use-meeting-keys.ts';
import { useConversations } from './use-conversations.ts';
import '../promises/promises.css';
import './conversations.css';
import './meeting/meeting.css';

/** One conversation, while it is held and afterwards. */
export function MeetingScreen({ id }: Readonly<{ id: string }>) {
  const t = useText(meeting);
  const c = useText(common);
  const now = useNow();
  const { log: logService } = useApp().services;
  const undo = useMemo(createUndoStore, []);
  const actions = useActions(undo);
  const keys = useMeetingKeys();
  const directory = useDirectory();
  const { service, log, failure } = useConversations();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, DraftValues> | null>(null);
  useEffect(() => {
    if (service === null) return;
    service.drafts.read(id).then(setDrafts, () => setDrafts(new Map()));
  }, [service, id]);
  const promises = useMemo(
    () => promisesNow(log?.promises ?? [], logService.now().toISOString()),
    [log, now, logService],
  );
  if (failure !== null && log === null) return <Banner tone="problem">{failureText(c, failure)}</Banner>;
  if (service === null || log === null || drafts === null || directory === null) return null;
  const conversation = log.conversations.find((one) => one.id === id);
  if (conversation === undefined) return <Banner tone="warning">{t.notFound}</Banner>;
  const provider = directory.providers.get(conversation.providerId)?.name ?? conversation.providerId;
  const last = lastBefore(log.conversations, conversation);
  const model: MeetingModel = {
    conversation,
    last,
    promises,
    provider,
    service,
    drafts,
    actions,
    keys,
  };
  return (
    <div class="conv-page">
      <MeetingHead model={model} />
      {failure !== null && <Banner tone="problem">{failureText(c, failure)}</Banner>}
      {conversation.endedAt !== null && <FollowUpPart model={model} />}
      <div class="meet-columns">
        <AgendaPart model={model} />
        <div class="meet-side">
          <PresentPart model={model} />
          <NotesPart model={model} />
          <DecisionsPart model={model} />
        </div>
      </div>
      <MeetingKeysMap keys={keys} />
    </div>
  );
}

/** With whom and when, and its end; what was said can be put right afterwards as well. */
function MeetingHead({ model }: Readonly<{ model: MeetingModel }>) {
  const t = useText(meeting);
  const kinds = useText(packs).kind;
  const format = useFormat();
  const { log } = useApp().services;
  const { conversation, provider, service, actions, keys } = model;
  const { id, startedAt, endedAt, providerId, kind, period } = conversation;
  const known = PACK_KINDS.find((one) => one === kind);
  const headOf = (until: Conversation['endedAt']) =>
    ({
      part: 'head',
      providerId,
      kind,
      startedAt,
      ...(until === null ? {} : { endedAt: until }),
      ...(period === null ? {} : { period }),
    }) as const;
  const end = (until: Conversation['endedAt']): void =>
    void actions.edited(service.say(id, headOf(until), headOf(endedAt)));
  return (
    <header class="conv-head">
      <div>
        <h1>{t.title(visibleText(provider))}</h1>
        <p class="quiet">
          {format.date(startedAt)},{' '}
          {endedAt === null
            ? t.since(format.time(startedAt))
            : t.fromTo(format.time(startedAt), format.time(endedAt))}
          {known !== undefined && ` – ${kinds[known]}`}
          {' – '}
          <a href={`#${hashOfPlace({ at: 'held', provider: providerId })}`}>{t.toHeld}</a>
        </p>
      </div>
      <div class="conv-actions">
        <Button variant="quiet" aria-keyshortcuts="?" onClick={() => keys.showMap(true)}>
          {t.keys}
        </Button>
        {endedAt === null ? (
          <Button variant="primary" onClick={() => end(log.now().toISOString())}>
            {t.end}
          </Button>
        ) : (
          <Button onClick={() => end(null)}>{t.goOn}</Button>
        )}
      </div>
    </header>
  );
}
