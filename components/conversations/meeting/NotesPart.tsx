import { CONVERSATION_LIMITS } from '../../../lib/domain/conversations/parts.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { KeptText } from './KeptText.tsx';
import type { MeetingModel } from './meeting-model.ts';

/** What is said, for both sides, and what is only for us: two fields, two parts of the log. */
export function NotesPart({ model }: Readonly<{ model: MeetingModel }>) {
  const t = useText(meeting).notes;
  const { conversation, service, keys } = model;
  const { id, notes, internal } = conversation;
  return (
    <section class="meet-part" aria-label={t.heading}>
      <KeptText
        model={model}
        field="notes"
        label={t.heading}
        hint={t.hint}
        rows={6}
        max={CONVERSATION_LIMITS.notes}
        stored={notes}
        controlRef={keys.field('n')}
        save={(text) => service.say(id, { part: 'notes', text }, { part: 'notes', text: notes })}
      />
      <div class="meet-internal">
        <KeptText
          model={model}
          field="internal"
          label={t.internal}
          hint={t.internalHint}
          rows={3}
          max={CONVERSATION_LIMITS.notes}
          stored={internal}
          controlRef={keys.field('i')}
          save={(text) => service.say(id, { part: 'internal', text }, { part: 'internal', text: internal })}
        />
      </div>
    </section>
  );
}
