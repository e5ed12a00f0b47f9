import type { ConversationPart, PartOf } from '../../lib/domain/conversations/parts.ts';
import type { NewEntry } from '../../lib/domain/ledger/entry.ts';

type Decided = Omit<PartOf<'decision'>, 'part'>;
type Held = Readonly<{
  id: string;
  providerId: string;
  startedAt: string;
  /** null: it goes on. */
  endedAt: string | null;
  decisions: readonly Decided[];
  internal?: string;
}>;

const frame = (at: string) =>
  ({ at, zone: 'Europe/Berlin', offsetMin: 60, certainty: 'exact', by: { side: 'us' } }) as const;

/** What is written of a conversation: a decision that names a promise also makes it. */
export function heldEntries({ id, providerId, startedAt, endedAt, decisions, internal }: Held): NewEntry[] {
  const say = (said: ConversationPart): NewEntry => ({
    ...frame(startedAt),
    kind: 'conversation.held',
    body: { conversationId: id, said },
  });
  const head = {
    part: 'head',
    providerId,
    kind: 'review',
    startedAt,
    ...(endedAt === null ? {} : { endedAt }),
  } as const;
  return [
    say(head),
    ...(internal === undefined ? [] : [say({ part: 'internal', text: internal })]),
    ...decisions.flatMap((one): NewEntry[] => {
      const { promiseId, owner, due, text: deliverable } = one;
      const decided = say({ part: 'decision', ...one });
      if (promiseId === undefined || owner === undefined || due === undefined) return [decided];
      const body = { promiseId, providerId, owner, deliverable, due };
      return [decided, { ...frame(startedAt), kind: 'promise.made', body }];
    }),
  ];
}
