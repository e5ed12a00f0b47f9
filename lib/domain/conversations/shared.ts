import type { Attendee, Conversation, Decision, Point } from './conversations-of.ts';

/** Who was there: a name only where it was ticked. */
export type SharedAttendee = Readonly<{ side: Attendee['side']; role: string; name: string | null }>;

/**
 * A conversation as it may leave. It has no place for internal notes: a `Conversation` is none, and only
 * `shareConversation` makes one.
 */
export type SharedConversation = Omit<Conversation, 'internal' | 'attendees'> &
  Readonly<{ attendees: readonly SharedAttendee[]; internal?: never }>;

/** @param mask takes personal data out of what people wrote */
export function shareConversation(
  { internal: _internal, attendees, points, decisions, notes, ...rest }: Conversation,
  mask: (text: string) => string,
): SharedConversation {
  return {
    ...rest,
    notes: mask(notes),
    points: points.map((point): Point => ({
      ...point,
      text: mask(point.text),
      ...(point.note === undefined ? {} : { note: mask(point.note) }),
    })),
    decisions: decisions.map((decision): Decision => ({
      ...decision,
      text: mask(decision.text),
      ...(decision.acceptance === undefined ? {} : { acceptance: mask(decision.acceptance) }),
    })),
    attendees: attendees.map(({ side, role, name, named }) => ({
      side,
      role: mask(role),
      name: named && name !== undefined ? name : null,
    })),
  };
}
