import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { becameOf, keptOf, promisesAsOf } from '../../../../lib/domain/conversations/became-of.ts';
import { conversationsOf, lastBefore } from '../../../../lib/domain/conversations/conversations-of.ts';
import type { ConversationPart } from '../../../../lib/domain/conversations/parts.ts';
import { shareConversation, type SharedConversation } from '../../../../lib/domain/conversations/shared.ts';
import type { Entry } from '../../../../lib/domain/ledger/entry.ts';
import { entryOf, LEDGER_B, minute } from '../../../support/domain-entries.ts';

const plain = (text: string): string => text;

function say(n: number, said: ConversationPart | Record<string, unknown>, id = 'c1', ledger?: string): Entry {
  const body = { conversationId: id, said: { ...said, part: String(said.part) } };
  return entryOf({
    kind: 'conversation.held',
    n,
    issueId: undefined,
    body,
    ...(ledger === undefined ? {} : { ledger }),
  });
}

const head = (startedAt: string, providerId = 'p-acme') =>
  ({ part: 'head', providerId, kind: 'conversation', startedAt }) as const;

const MEETING: readonly Entry[] = [
  say(1, head(minute(0))),
  say(2, { part: 'point', id: 'a', source: 'own', text: 'Why?', done: false }),
  say(3, { part: 'decision', id: 'd', text: 'A patch' }),
  say(4, { part: 'internal', text: 'Kim will not like it' }),
  say(5, { part: 'attendee', id: 'x', side: 'us', role: 'Head of office', name: 'Kim', named: false }),
  say(6, { part: 'decision', id: 'd', text: 'A patch', owner: 'provider', due: minute(30), promiseId: 'p' }),
  say(7, { part: 'attendee', id: 'y', side: 'provider', role: 'Engineer', name: 'Alex', named: true }),
  say(8, { part: 'point', id: 'b', source: 'own', text: 'Typed twice', done: false }),
  say(9, { part: 'point', id: 'b', source: 'own', text: 'Typed twice', done: false, gone: true }),
  say(10, { part: 'notes', text: 'Agreed on a date.' }),
];

describe('a conversation', () => {
  it('is what was said last of each part', () => {
    const [one] = conversationsOf(MEETING);
    expect(one).toMatchObject({ id: 'c1', providerId: 'p-acme', endedAt: null, notes: 'Agreed on a date.' });
    expect(one?.points.map(({ id }) => id)).toEqual(['a']);
    expect(one?.decisions).toEqual([
      { id: 'd', text: 'A patch', owner: 'provider', due: minute(30), promiseId: 'p' },
    ]);
  });

  it('is the same in whatever order its entries come, also from two ledgers', () => {
    const all = [...MEETING, say(1, { part: 'notes', text: 'Of a colleague' }, 'c1', LEDGER_B)];
    const expected = conversationsOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect(conversationsOf(some)).toEqual(expected);
      }),
    );
  });

  it('skips a part of a later version, and one that nothing says with whom it is', () => {
    const later = say(11, { part: 'hologram', id: 'd', data: 1 });
    expect(conversationsOf([...MEETING, later])).toEqual(conversationsOf(MEETING));
    expect(conversationsOf([say(1, { part: 'notes', text: 'No head' })])).toEqual([]);
  });

  it('knows the one before it with the same provider', () => {
    const all = conversationsOf([
      say(1, head(minute(0)), 'first'),
      say(2, head(minute(1), 'p-other'), 'other'),
      say(3, head(minute(2)), 'second'),
    ]);
    const of = (id: string) => all.find((one) => one.id === id);
    const second = of('second');
    expect(second && lastBefore(all, second)?.id).toBe('first');
    const first = of('first');
    expect(first && lastBefore(all, first)).toBeNull();
  });
});

describe('what may leave of a conversation', () => {
  it('has no internal notes, by type, and names only whom somebody ticked', () => {
    const [one] = conversationsOf(MEETING);
    if (one === undefined) throw new Error('There is one.');
    // @ts-expect-error what holds internal notes is not what may leave
    const _wrong: SharedConversation = one;
    const shared = shareConversation(one, plain);
    expect(shared.attendees).toEqual([
      { side: 'us', role: 'Head of office', name: null },
      { side: 'provider', role: 'Engineer', name: 'Alex' },
    ]);
    expect(JSON.stringify(shared)).not.toMatch(/Kim/);
  });

  it('is masked wherever somebody wrote freely', () => {
    const [one] = conversationsOf([
      ...MEETING,
      say(11, { part: 'point', id: 'a', source: 'own', text: 'Why?', done: true, note: 'Why? Kim knows' }),
    ]);
    if (one === undefined) throw new Error('There is one.');
    const shared = shareConversation(one, (text) => text.replaceAll(/Why|patch|date|office/g, '•'));
    expect(JSON.stringify(shared)).not.toMatch(/Why|patch|a date|office/);
  });
});

describe('what became of decisions', () => {
  const made = entryOf({
    kind: 'promise.made',
    n: 20,
    at: 1,
    issueId: undefined,
    body: {
      promiseId: 'p',
      providerId: 'p-acme',
      owner: 'provider',
      deliverable: 'A patch',
      due: minute(30),
    },
  });
  const moved = entryOf({
    kind: 'promise.moved',
    n: 21,
    at: 25,
    issueId: undefined,
    body: { promiseId: 'p', due: minute(60), agreed: true },
  });
  const kept = entryOf({ kind: 'promise.kept', n: 22, at: 40, issueId: undefined, body: { promiseId: 'p' } });
  const [one] = conversationsOf(MEETING);
  const stateAt = (at: number) =>
    becameOf(one ?? { decisions: [] }, promisesAsOf([made, moved, kept], minute(at)));

  it('is told as it was known at that time, whatever came later', () => {
    expect(stateAt(0)[0]?.promise).toBeNull();
    expect(stateAt(10)[0]?.promise).toMatchObject({ outcome: 'openNotDue', moves: [] });
    expect(stateAt(35)[0]?.promise).toMatchObject({ outcome: 'openOverdue', due: minute(60) });
    expect(stateAt(50)[0]?.promise).toMatchObject({ outcome: 'late' });
  });

  it('counts what is over, by side, against the first date', () => {
    expect(keptOf(stateAt(10), 'provider')).toEqual({ kept: 0, of: 0 });
    expect(keptOf(stateAt(50), 'provider')).toEqual({ kept: 0, of: 1 });
    expect(keptOf(stateAt(50), 'us')).toEqual({ kept: 0, of: 0 });
  });
});
