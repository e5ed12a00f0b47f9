import type { NewLine } from '../../lib/app/timeline/timeline-service.ts';
import type { EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { EventBody } from '../../lib/domain/issue/bodies.ts';
import { bodyOf, type TimelineLine } from '../../lib/domain/issue/timeline-of.ts';
import type { Sha256Hex } from '../../lib/domain/ledger/primitives.ts';
import { localMinute } from './local-minute.ts';
import { whenOf } from './when-text.ts';

export type Channel = NonNullable<EventBody['channel']>;
export type Reason = NonNullable<EventBody['reason']>;
export const CHANNELS: readonly Channel[] = ['phone', 'email', 'portal', 'chat', 'in-person', 'other'];
export const REASONS: readonly Reason[] = ['not_fixed', 'came_back', 'wrong_issue'];
export const LEVELS = ['1', '2', '3'] as const;
export const PRIORITIES = ['1', '2', '3', '4', '5'] as const;

/** A line of the timeline as it stands in the form: texts as typed. */
export type EntryDraft = Readonly<{
  /** '' is never guessed: a wrong kind would be a wrong claim. */
  event: EventKind | '';
  /** '' means now. */
  when: string;
  channel: Channel | '';
  text: string;
  ticket: string;
  contactId: string;
  internal: boolean;
  automatic: boolean;
  /** As `datetime-local` fields write it. */
  until: string;
  to: string;
  byWhom: 'us' | 'provider';
  level: string;
  reason: Reason;
  evidence: readonly Sha256Hex[];
  /** Of a line that is corrected: its time to the second, while nobody changes the text for it. */
  was: Readonly<{ when: string; at: Date; plusMinusMin: number }> | null;
}>;

export function emptyDraft(event: EventKind | '', channel: Channel | '' = ''): EntryDraft {
  return {
    event,
    when: '',
    channel,
    text: '',
    ticket: '',
    contactId: '',
    // A note is what we think; the rest is what both sides saw.
    internal: event === 'note',
    automatic: false,
    until: '',
    to: '',
    byWhom: 'provider',
    level: '1',
    reason: 'came_back',
    evidence: [],
    was: null,
  };
}

/** Another kind of event: what was typed stays. */
export function withEvent(draft: EntryDraft, event: EventKind): EntryDraft {
  return { ...draft, event, internal: event === 'note' || (draft.event !== 'note' && draft.internal) };
}

/** `2026-11-20 17:45` on the reader's clock: what the field for the time reads back. */
export function whenWords(at: Date, plusMinusMin: number): string {
  const minute = localMinute(at).replace('T', ' ');
  return plusMinusMin === 0 ? minute : `${minute} ± ${plusMinusMin} min`;
}

/** A line as it stands, to be corrected; one that is struck out comes as it last was. null: nothing of it is left. */
export function draftOf({ holds, said, history }: TimelineLine): EntryDraft | null {
  const entry = holds === null ? history.findLast((one) => bodyOf(one) !== null) : said;
  const body = entry === undefined ? null : bodyOf(entry);
  if (entry === undefined || body === null) return null;
  const at = new Date(entry.at);
  const plusMinusMin = entry.plusMinusMin ?? 0;
  const when = whenWords(at, plusMinusMin);
  const empty = emptyDraft(body.event);
  return {
    ...empty,
    when,
    was: { when, at, plusMinusMin },
    channel: body.channel ?? '',
    text: body.text ?? '',
    ticket: body.ticket ?? '',
    contactId: body.contactId ?? '',
    internal: body.visibility === 'internal',
    automatic: body.automatic ?? false,
    until: body.until === undefined ? '' : localMinute(new Date(body.until)),
    to: body.to === undefined ? '' : String(body.to),
    byWhom: body.byWhom ?? 'us',
    level: String(body.level ?? 1),
    reason: body.reason ?? empty.reason,
    evidence: body.evidence ?? [],
  };
}

export type DraftProblem = 'needEvent' | 'needTo' | 'badTime' | 'future' | 'badUntil' | 'needText';

/** What belongs to one kind of event only. */
function ownFields(draft: EntryDraft): Partial<NewLine> {
  switch (draft.event) {
    case 'acknowledged':
      return draft.automatic ? { automatic: true } : {};
    case 'agreed_wait_started':
      return draft.until === '' ? {} : { until: new Date(draft.until) };
    case 'reported':
      return draft.to === '' ? {} : { to: Number(draft.to) };
    case 'priority_changed':
      return { to: Number(draft.to), byWhom: draft.byWhom };
    case 'escalated':
      return { level: Number(draft.level) };
    case 'reopened':
      return { reason: draft.reason };
    default:
      return {};
  }
}

function timeOf({ when, was }: EntryDraft, now: Date) {
  return was !== null && was.when === when ? was : whenOf(when, now);
}

/** The line to be written, or what is wrong with it. */
export function lineOf(draft: EntryDraft, now: Date): NewLine | DraftProblem {
  if (draft.event === '') return 'needEvent';
  if (draft.event === 'priority_changed' && draft.to === '') return 'needTo';
  const told = timeOf(draft, now);
  if (told === null) return 'badTime';
  if (told.at > now) return 'future';
  if (draft.event === 'note' && draft.text.trim() === '') return 'needText';
  if (draft.event === 'agreed_wait_started' && draft.until !== '' && !(new Date(draft.until) > told.at))
    return 'badUntil';
  return {
    event: draft.event,
    at: told.at,
    visibility: draft.internal ? 'internal' : 'shared',
    ...(told.plusMinusMin === 0 ? {} : { plusMinusMin: told.plusMinusMin }),
    ...(draft.channel === '' ? {} : { channel: draft.channel }),
    ...(draft.text.trim() === '' ? {} : { text: draft.text }),
    ...(draft.ticket.trim() === '' ? {} : { ticket: draft.ticket }),
    ...(draft.contactId === '' ? {} : { contactId: draft.contactId }),
    ...(draft.evidence.length === 0 ? {} : { evidence: [...draft.evidence] }),
    ...ownFields(draft),
  };
}

/** What stands in the place of a struck-out line when it is brought back. null: nothing of it is left. */
export function lineAgain(line: TimelineLine): NewLine | null {
  const draft = draftOf(line);
  if (draft?.was == null) return null;
  const again = lineOf(draft, new Date(Math.max(Date.now(), draft.was.at.getTime())));
  return typeof again === 'string' ? null : again;
}
