import { useEffect, useRef, useState } from 'preact/hooks';
import type { Point } from '../../../lib/domain/conversations/conversations-of.ts';
import { CONVERSATION_LIMITS, type ConversationPart } from '../../../lib/domain/conversations/parts.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeptText } from './KeptText.tsx';
import type { MeetingModel } from './meeting-model.ts';

/** The part that says it; without a note it has none. */
export function pointPart({ note = '', ...point }: Point): ConversationPart {
  return { part: 'point', ...point, ...(note.trim() === '' ? {} : { note }) };
}

/** What was said about a point: a field once there is something, or somebody wants to write. */
export function PointNote({ model, point, of }: Readonly<{ model: MeetingModel; point: Point; of: string }>) {
  const t = useText(meeting).agenda;
  const { conversation, service, drafts } = model;
  const field = `note ${point.id}`;
  const { note = '' } = point;
  const [wanted, setWanted] = useState(drafts.has(field));
  const [asked, setAsked] = useState(false);
  const element = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (asked) element.current?.focus();
  }, [asked]);
  const keepElement = (one: HTMLElement | null): void => void (element.current = one);
  function ask(): void {
    setWanted(true);
    setAsked(true);
  }
  const label = t.noteOn(visibleText(of));
  if (note === '' && !wanted)
    return (
      <Button variant="quiet" size="s" aria-label={label} onClick={ask}>
        {t.note}
      </Button>
    );
  return (
    <KeptText
      model={model}
      field={field}
      label={label}
      labelHidden
      rows={2}
      max={CONVERSATION_LIMITS.remark}
      stored={note}
      controlRef={keepElement}
      save={(text) =>
        service.say(
          conversation.id,
          // What was said about a point is what makes it talked about.
          pointPart({ ...point, note: text, done: point.done || text.trim() !== '' }),
          pointPart(point),
        )
      }
    />
  );
}
