import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { promisesOf } from '../../../../lib/domain/issue/promises-of.ts';
import { sharedIssue } from '../../../../lib/domain/issue/shared.ts';
import { searchTextOf } from '../../../../lib/domain/issue/search-text.ts';
import { eventsOf, timelineOf } from '../../../../lib/domain/issue/timeline-of.ts';
import type { EventBody } from '../../../../lib/domain/issue/bodies.ts';
import type { Entry } from '../../../../lib/domain/ledger/entry.ts';
import { msOf } from '../../../../lib/domain/time/instant.ts';
import { entryOf, LEDGER_A, LEDGER_B, minute, occurrence } from '../../../support/domain-entries.ts';

type Where = Readonly<{ n: number; ledger?: string; at?: number; recordedAt?: number }>;

const event = (body: Partial<EventBody>, where: Where) =>
  entryOf({ kind: 'event', body: { event: 'note', visibility: 'shared', ...body }, ...where });

const corrected = (of: Entry, as: Partial<EventBody> | null, where: Where) =>
  entryOf({
    kind: 'entry.corrected',
    body: {
      ledger: of.ledger,
      n: of.n,
      as: as === null ? null : { event: 'note', visibility: 'shared', ...as },
    },
    ...where,
  });

const texts = (entries: readonly Entry[]) => timelineOf({ entries }).map(({ holds }) => holds?.text ?? null);

describe('a timeline', () => {
  it('is in the order in which things happened, however it was written', () => {
    const entries = [
      event({ text: 'second' }, { n: 2, at: 20 }),
      event({ text: 'first' }, { n: 3, at: 10, recordedAt: 30 }),
    ];
    expect(texts(entries)).toEqual(['first', 'second']);
  });

  it('shows a corrected line as corrected, at its new time, with all it said before', () => {
    const reported = event({ event: 'reported', text: 'told' }, { n: 2, at: 2 });
    const fixed = corrected(reported, { event: 'reported', text: 'told by phone' }, { n: 4, at: 1 });
    const [line, ...rest] = timelineOf({ entries: [reported, fixed] });
    expect(rest).toEqual([]);
    expect(line).toMatchObject({
      place: { n: 2 },
      holds: { text: 'told by phone' },
      said: { at: minute(1) },
    });
    expect(line?.history.map(({ n }) => n)).toEqual([2, 4]);
    expect(eventsOf(timelineOf({ entries: [reported, fixed] }))).toEqual([
      { event: 'reported', at: msOf(minute(1)), recordedAt: msOf(minute(2)), ledger: LEDGER_A, n: 2 },
    ]);
  });

  it('keeps a struck-out line in its place, and the engine does not see it', () => {
    const note = event({ text: 'slip' }, { n: 2 });
    const lines = timelineOf({ entries: [note, corrected(note, null, { n: 3 })] });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.holds).toBeNull();
    expect(eventsOf(lines)).toEqual([]);
  });

  it('takes a correction of a correction as one of the same line', () => {
    const note = event({ text: 'a' }, { n: 2 });
    const once = corrected(note, { text: 'b' }, { n: 3 });
    const twice = corrected(once, { text: 'c' }, { n: 4 });
    expect(texts([note, once, twice])).toEqual(['c']);
  });

  it('lets a correction that names the other one win, whatever the clocks say', () => {
    const note = event({ text: 'a' }, { n: 2 });
    const mine = corrected(note, { text: 'mine' }, { n: 3, recordedAt: 50 });
    const theirs = corrected(mine, { text: 'theirs' }, { n: 1, ledger: LEDGER_B, recordedAt: 10 });
    expect(texts([note, mine, theirs])).toEqual(['theirs']);
    const blind = corrected(note, { text: 'blind' }, { n: 1, ledger: LEDGER_B, recordedAt: 10 });
    expect(texts([note, mine, blind])).toEqual(['mine']);
  });

  it('is the same in whatever order entries come', () => {
    const note = event({ text: 'a' }, { n: 2 });
    const mine = corrected(note, { text: 'b' }, { n: 3, recordedAt: 30 });
    const theirs = corrected(note, { text: 'c' }, { n: 7, ledger: LEDGER_B, recordedAt: 31 });
    const all = [note, mine, theirs, event({ text: 'z' }, { n: 9, at: 2 })];
    const expected = JSON.stringify(timelineOf({ entries: all }));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (entries) => {
        expect(JSON.stringify(timelineOf({ entries }))).toBe(expected);
      }),
    );
  });

  it('stands in the issue: reports, tickets and search see what holds', () => {
    const report = event({ event: 'reported', ticket: 'INC-1', text: 'old words' }, { n: 2 });
    const fixed = corrected(report, { event: 'reported', ticket: 'INC-2', text: 'new words' }, { n: 3 });
    const issue = foldIssue([occurrence({ n: 1 }), report, fixed], []);
    expect(issue?.reported).toMatchObject([{ ticket: 'INC-2', text: 'new words' }]);
    expect(issue && searchTextOf(issue)).toContain('new words');
    expect(issue && searchTextOf(issue)).not.toContain('old words');
  });
});

describe('what leaves the machine', () => {
  const leaving = (...entries: Entry[]) => {
    const issue = foldIssue([occurrence({ n: 1 }), ...entries], []);
    if (issue === null) throw new Error('The test expected an issue.');
    const { timeline, entries: left, reported } = sharedIssue(issue);
    return JSON.stringify({ timeline, left, reported });
  };

  it('holds no earlier wording of a line that was made internal', () => {
    const note = event({ text: 'SECRET' }, { n: 2 });
    expect(
      leaving(note, corrected(note, { text: 'SECRET', visibility: 'internal' }, { n: 3 })),
    ).not.toContain('SECRET');
  });

  it('holds no internal wording of a line that was shared later', () => {
    const note = event({ text: 'SECRET', visibility: 'internal' }, { n: 2 });
    const told = leaving(note, corrected(note, { text: 'open' }, { n: 3 }));
    expect(told).toContain('open');
    expect(told).not.toContain('SECRET');
  });

  it('holds nothing of an internal line that was struck out', () => {
    const note = event({ text: 'SECRET', visibility: 'internal' }, { n: 2 });
    const struck = corrected(note, null, { n: 3 });
    expect(leaving(note, struck)).not.toContain('SECRET');
    expect(leaving(note, struck)).not.toContain('entry.corrected');
  });
});

describe('a promise', () => {
  const made = entryOf({
    kind: 'promise.made',
    n: 2,
    body: { promiseId: 'p', owner: 'provider', deliverable: 'A fix', due: minute(60) },
  });
  const moved = entryOf({
    kind: 'promise.moved',
    n: 3,
    body: { promiseId: 'p', due: minute(90), agreed: true },
  });
  const kept = entryOf({ kind: 'promise.kept', n: 4, at: 80, body: { promiseId: 'p' } });

  it('keeps its first date beside the one that holds', () => {
    expect(promisesOf([made, moved, kept])).toMatchObject([
      { dueOriginal: minute(60), due: minute(90), deliveredAt: minute(80), withdrawn: null },
    ]);
  });

  it('is as before when what was said is taken back', () => {
    const back = entryOf({
      kind: 'promise.reverted',
      n: 5,
      body: { promiseId: 'p', ledger: made.ledger, n: 4 },
    });
    expect(promisesOf([made, kept, back])[0]?.deliveredAt).toBeNull();
    const again = entryOf({
      kind: 'promise.reverted',
      n: 6,
      body: { promiseId: 'p', ledger: made.ledger, n: 5 },
    });
    expect(promisesOf([made, kept, back, again])[0]?.deliveredAt).toBe(minute(80));
    const never = entryOf({
      kind: 'promise.reverted',
      n: 5,
      body: { promiseId: 'p', ledger: made.ledger, n: 2 },
    });
    expect(promisesOf([made, never])).toEqual([]);
  });

  it('that will not be delivered is told apart from one that both took back', () => {
    const off = (agreed: boolean) =>
      entryOf({ kind: 'promise.withdrawn', n: 5, body: { promiseId: 'p', agreed } });
    expect(promisesOf([made, off(false)])[0]?.withdrawn).toMatchObject({ agreed: false });
    expect(promisesOf([made, off(true)])[0]?.withdrawn).toMatchObject({ agreed: true });
  });
});
