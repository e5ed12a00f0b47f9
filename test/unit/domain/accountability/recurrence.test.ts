import { describe, expect, it } from 'vitest';
import {
  recurrenceOf,
  RECURRENCE_RULES,
} from '../../../../lib/domain/accountability/statistics/recurrence.ts';

const DAY = 86_400_000;
const at = (text: string) => Date.parse(text);
const seen = (...days: (number | readonly [number, string])[]) =>
  days.map((day) =>
    typeof day === 'number' ? { at: day * DAY, team: 'A' } : { at: day[0] * DAY, team: day[1] },
  );

const rulesOf = (input: Partial<Parameters<typeof recurrenceOf>[0]>, rules = RECURRENCE_RULES) =>
  recurrenceOf({ sightings: [], fixedAt: [], observedSince: null, tz: null, ...input }, rules).map(
    ({ rule }) => rule,
  );

describe('a recurring problem', () => {
  it('R1: was seen three times in thirty days', () => {
    expect(rulesOf({ sightings: seen(0, 10, 30) })).toEqual(['often']);
    expect(rulesOf({ sightings: seen(0, 10, 30.01) })).toEqual([]);
  });

  it('R2: was seen by two teams in seven days; nobody’s team counts for none', () => {
    expect(rulesOf({ sightings: seen([0, 'A'], [7, 'B']) })).toEqual(['spread']);
    expect(rulesOf({ sightings: seen([0, 'A'], [7.01, 'B']) })).toEqual([]);
    expect(
      rulesOf({
        sightings: [
          { at: 0, team: 'A' },
          { at: DAY, team: null },
        ],
      }),
    ).toEqual([]);
  });

  it('R3: came back within fourteen days after a fix', () => {
    const back = (days: number) => rulesOf({ sightings: seen(0, 10 + days), fixedAt: [10 * DAY] });
    expect([back(14), back(14.01), back(0)]).toEqual([['back'], [], []]);
  });

  it('R4: is more than the last ninety days make likely, if they were looked at', () => {
    const sightings = seen(100, 101, 102);
    expect(rulesOf({ sightings, observedSince: 0 })).toEqual(['often', 'burst']);
    expect(rulesOf({ sightings, observedSince: 50 * DAY })).toEqual(['often']);
    const busy = [...Array.from({ length: 30 }, (_, i) => i * 3), 100, 101, 102];
    expect(rulesOf({ sightings: seen(...busy), observedSince: 0 })).toEqual(['often']);
  });

  it('R5: comes at one time of the week, by the clock on our wall', () => {
    const mondays = [
      '2026-02-02T07:30:00Z',
      '2026-03-16T08:40:00Z',
      '2026-04-27T06:10:00Z',
      '2026-06-08T06:30:00Z',
    ];
    const sightings = [...mondays, '2026-07-22T15:00:00Z'].map((text) => ({ at: at(text), team: null }));
    const [flag] = recurrenceOf({ sightings, fixedAt: [], observedSince: null, tz: 'Europe/Berlin' });
    // 8:30, 9:40, 8:10 and 8:30 in Berlin.
    expect(flag).toMatchObject({ rule: 'pattern', weekday: 0, hour: 7, count: 4 });
    expect(rulesOf({ sightings: sightings.slice(0, 4), tz: 'Europe/Berlin' })).toEqual([]);
  });

  it('may lie on the edge of the week', () => {
    const edge = [
      '2026-03-01T23:10:00Z',
      '2026-03-09T00:20:00Z',
      '2026-04-19T23:50:00Z',
      '2026-05-25T00:05:00Z',
      '2026-06-28T23:00:00Z',
    ];
    const sightings = edge.map((text) => ({ at: at(text), team: null }));
    expect(recurrenceOf({ sightings, fixedAt: [], observedSince: null, tz: 'UTC' })[0]).toMatchObject({
      rule: 'pattern',
      count: 5,
    });
  });

  it('tells the last time a rule fired, and follows edited thresholds', () => {
    const [flag] = recurrenceOf({
      sightings: seen(0, 1, 2, 300, 301, 310),
      fixedAt: [],
      observedSince: null,
      tz: null,
    });
    expect(flag).toEqual({ rule: 'often', from: 300 * DAY, to: 310 * DAY, count: 3 });
    const strict = { ...RECURRENCE_RULES, often: { times: 2, days: 5 } };
    expect(rulesOf({ sightings: seen(0, 4) }, strict)).toEqual(['often']);
  });

  it('does not depend on the order in which it was seen', () => {
    const days = [310, 0, 300, 2, 301, 1];
    expect(rulesOf({ sightings: seen(...days) })).toEqual(
      rulesOf({ sightings: seen(...days.toSorted((a, b) => a - b)) }),
    );
  });
});
