import { deciding } from '../issue/entry-order.ts';
import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Instant } from '../ledger/primitives.ts';
import { compareText } from '../text/compare.ts';
import { conversationPart, type ConversationPart, type PartOf } from './parts.ts';

export type Point = Omit<PartOf<'point'>, 'part' | 'gone'>;
export type Attendee = Omit<PartOf<'attendee'>, 'part' | 'gone'>;
export type Decision = Omit<PartOf<'decision'>, 'part' | 'gone'>;

/** A conversation with a provider, as all that was said of it makes it. */
export type Conversation = Readonly<{
  id: string;
  providerId: string;
  kind: string;
  startedAt: Instant;
  /** null: it goes on. */
  endedAt: Instant | null;
  /** null: about all of the time. */
  period: Readonly<{ from: Instant; to: Instant }> | null;
  points: readonly Point[];
  attendees: readonly Attendee[];
  decisions: readonly Decision[];
  notes: string;
  /** For ourselves. What may leave is a `SharedConversation`. */
  internal: string;
}>;

type Held = EntryOf<'conversation.held'>;
type Told = Pick<Held, 'at' | 'recordedAt' | 'ledger' | 'n'> & Readonly<{ said: ConversationPart }>;

/** What came from a later version, or was forged, is skipped: it says nothing that could be shown. */
function told({ at, recordedAt, ledger, n, body }: Held): Told[] {
  const said = conversationPart.safeParse(body.said);
  return said.success ? [{ at, recordedAt, ledger, n, said: said.data }] : [];
}

const nameOf = (said: ConversationPart): string => ('id' in said ? `${said.part} ${said.id}` : said.part);

/** The last word on each part, in the order in which the parts were first written. */
function lastWords(all: readonly Told[]): ConversationPart[] {
  const byPart = new Map<string, Told[]>();
  for (const one of all) {
    const known = byPart.get(nameOf(one.said));
    if (known) known.push(one);
    else byPart.set(nameOf(one.said), [one]);
  }
  return [...byPart.values()].flatMap((some) => deciding(some)?.said ?? []);
}

/** A part without its name, unless it was taken back. */
function standing<T extends Readonly<{ part: string; gone?: true | undefined }>>({
  part: _part,
  gone,
  ...rest
}: T) {
  return gone === true ? [] : [rest];
}

function conversationOf(id: string, all: readonly Told[]): Conversation | null {
  const parts = lastWords(all);
  const head = parts.find((said) => said.part === 'head');
  if (head === undefined) return null;
  return {
    id,
    providerId: head.providerId,
    kind: head.kind,
    startedAt: head.startedAt,
    endedAt: head.endedAt ?? null,
    period: head.period ?? null,
    points: parts.flatMap((said) => (said.part === 'point' ? standing(said) : [])),
    attendees: parts.flatMap((said) => (said.part === 'attendee' ? standing(said) : [])),
    decisions: parts.flatMap((said) => (said.part === 'decision' ? standing(said) : [])),
    notes: parts.find((said) => said.part === 'notes')?.text ?? '',
    internal: parts.find((said) => said.part === 'internal')?.text ?? '',
  };
}

/** The conversations that these entries tell of, the latest first. Their order does not matter. */
export function conversationsOf(entries: readonly Entry[]): Conversation[] {
  const byId = new Map<string, Told[]>();
  const held = entries
    .filter((entry) => entry.kind === 'conversation.held')
    .toSorted(
      (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.ledger, b.ledger) || a.n - b.n,
    );
  for (const entry of held) {
    const known = byId.get(entry.body.conversationId);
    if (known) known.push(...told(entry));
    else byId.set(entry.body.conversationId, told(entry));
  }
  return [...byId]
    .flatMap(([id, all]) => conversationOf(id, all) ?? [])
    .toSorted((a, b) => compareText(b.startedAt, a.startedAt) || compareText(a.id, b.id));
}

/** The latest one with this provider that is over; null: there was none. */
export function lastOver(all: readonly Conversation[], providerId: string): Conversation | null {
  return all.find((one) => one.providerId === providerId && one.endedAt !== null) ?? null;
}

/** The one with this provider before it; null: it is the first. */
export function lastBefore(
  all: readonly Conversation[],
  { id, providerId, startedAt }: Pick<Conversation, 'id' | 'providerId' | 'startedAt'>,
): Conversation | null {
  return (
    all.find((one) => one.providerId === providerId && one.id !== id && one.startedAt < startedAt) ?? null
  );
}
