import { z } from '../z.ts';
import { directoryId } from '../directory/parts.ts';
import { instant, issueId, text } from '../ledger/primitives.ts';

/** In UTF-16 code units. */
export const CONVERSATION_LIMITS = { line: 500, remark: 2000, notes: 20_000, role: 100 } as const;

const { line, remark, notes, role } = CONVERSATION_LIMITS;
const id = directoryId;
/** It was taken back. */
const gone = z.optional(z.literal(true));

/** With whom, about what, and from when to when. */
const head = z.strictObject({
  part: z.literal('head'),
  providerId: id,
  /** The kind of pack it was prepared with. */
  kind: text(20),
  startedAt: instant,
  /** Missing while it goes on. */
  endedAt: z.optional(instant),
  /** The time it is about; missing: all. */
  period: z.optional(z.strictObject({ from: instant, to: instant })),
});

/**
 * A point of the agenda. `own` and `settle` stand as they were when the conversation began; an issue is named by id and
 * key, never by its title, which can be erased. Of a promise or of a decision of last time (`id` is theirs) only what
 * was said about it is here.
 */
const point = z.strictObject({
  part: z.literal('point'),
  id,
  source: z.enum(['own', 'settle', 'issue', 'promise', 'decision']),
  text: text(line),
  issueId: z.optional(issueId),
  key: z.optional(text(40)),
  /** It was talked about. */
  done: z.boolean(),
  note: z.optional(text(remark)),
  gone,
});

/** Somebody who was there, by role. The name is ours; minutes show it where `named`. */
const attendee = z.strictObject({
  part: z.literal('attendee'),
  id,
  side: z.enum(['us', 'provider', 'other']),
  role: text(role).check(z.minLength(1)),
  name: z.optional(text(role)),
  named: z.boolean(),
  gone,
});

/** What was decided. With an owner and a date it can become a promise, which then says how it goes on. */
const decision = z.strictObject({
  part: z.literal('decision'),
  id,
  text: text(line).check(z.minLength(1)),
  owner: z.optional(z.enum(['us', 'provider'])),
  due: z.optional(instant),
  acceptance: z.optional(text(line)),
  promiseId: z.optional(id),
  gone,
});

/** What an entry `conversation.held` says; a later one about the same part replaces it. */
export const conversationPart = z.discriminatedUnion('part', [
  head,
  point,
  attendee,
  decision,
  z.strictObject({ part: z.literal('notes'), text: text(notes) }),
  /** For ourselves: neither minutes nor packs have a place for it. */
  z.strictObject({ part: z.literal('internal'), text: text(notes) }),
]);

export type ConversationPart = Readonly<z.infer<typeof conversationPart>>;
export type PartOf<P extends ConversationPart['part']> = Readonly<Extract<ConversationPart, { part: P }>>;
