import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, lineAgain, lineOf, withEvent } from '../../../components/issue/entry-draft.ts';
import { EVENT_GROUPS, likelyEvents } from '../../../components/issue/likely-events.ts';
import { EVENT_KINDS } from '../../../lib/domain/accountability/timeline.ts';
import { timelineOf } from '../../../lib/domain/issue/timeline-of.ts';
import type { EventBody } from '../../../lib/domain/issue/bodies.ts';
import { entryOf, LEDGER_A } from '../../support/domain-entries.ts';

const NOW = new Date('2026-11-23T12:00:30.000Z');
const said = (body: EventBody, n = 2) => entryOf({ kind: 'event', n, at: 0, recordedAt: n, body });

function lineWith(...entries: ReturnType<typeof said>[]) {
  const [line] = timelineOf({ entries });
  if (line === undefined) throw new Error('The test has no line.');
  return line;
}

describe('a line as it is typed', () => {
  it('is refused until somebody says what happened: a guessed kind would be a wrong claim', () => {
    expect(lineOf({ ...emptyDraft(''), text: 'Hello' }, NOW)).toBe('needEvent');
    expect(lineOf(emptyDraft('priority_changed'), NOW)).toBe('needTo');
    expect(lineOf(emptyDraft('note'), NOW)).toBe('needText');
  });

  it('is now, to the second, where no time is given', () => {
    expect(lineOf(emptyDraft('verified'), NOW)).toEqual({ event: 'verified', at: NOW, visibility: 'shared' });
  });

  it('carries how inexact its time is', () => {
    const line = lineOf({ ...emptyDraft('chased', 'phone'), when: '2 h ago ± 30 min' }, NOW);
    expect(line).toMatchObject({
      at: new Date('2026-11-23T10:00:30.000Z'),
      plusMinusMin: 30,
      channel: 'phone',
    });
  });

  it('keeps a note to ourselves unless somebody shares it', () => {
    expect(withEvent(emptyDraft('reported'), 'note').internal).toBe(true);
    expect(withEvent(emptyDraft('note'), 'reported').internal).toBe(false);
    expect(withEvent({ ...emptyDraft('reported'), internal: true }, 'chased').internal).toBe(true);
  });

  it('is refused where it ends before it begins, or has not happened yet', () => {
    const wait = { ...emptyDraft('agreed_wait_started'), until: '2026-11-01T10:00' };
    expect(lineOf(wait, NOW)).toBe('badUntil');
    expect(lineOf({ ...emptyDraft('chased'), when: '2027-01-01 10:00' }, NOW)).toBe('future');
  });
});

describe('a line that is corrected', () => {
  it('keeps its time to the second while nobody changes it', () => {
    const draft = draftOf(lineWith(said({ event: 'reported', visibility: 'shared', text: 'Called', to: 2 })));
    if (draft === null) throw new Error('There is no draft.');
    expect(lineOf({ ...draft, text: 'Called twice' }, NOW)).toEqual({
      event: 'reported',
      at: new Date('2026-11-23T10:00:00.000Z'),
      visibility: 'shared',
      text: 'Called twice',
      to: 2,
    });
  });

  it('comes back from being struck out as it last was', () => {
    const struck = entryOf({
      kind: 'entry.corrected',
      n: 3,
      at: 0,
      recordedAt: 3,
      body: { ledger: said({ event: 'chased', visibility: 'internal' }).ledger, n: 2, as: null },
    });
    const line = lineWith(said({ event: 'chased', visibility: 'internal', text: 'Again' }), struck);
    expect(line).toMatchObject({ holds: null, place: { ledger: LEDGER_A, n: 2 } });
    expect(lineAgain(line)).toMatchObject({ event: 'chased', visibility: 'internal', text: 'Again' });
  });
});

describe('what can be said', () => {
  it('is every kind of event, each in one group', () => {
    const all = [...EVENT_GROUPS.they, ...EVENT_GROUPS.we, ...EVENT_GROUPS.other];
    expect(all.toSorted()).toEqual([...EVENT_KINDS].toSorted());
  });

  it('begins with what is likely where the issue stands', () => {
    expect(likelyEvents('waiting_on_us')[0]).toBe('info_provided');
    expect(likelyEvents('resolved').slice(0, 2)).toEqual(['verified', 'reopened']);
  });
});
