import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availabilityOf,
  downMs,
  monthIn,
} from '../../../../lib/domain/accountability/statistics/availability.ts';
import {
  complianceOf,
  mannerFor,
  rateOf,
  wilson95,
} from '../../../../lib/domain/accountability/statistics/compliance.ts';
import {
  durationsOf,
  medianOf,
  percentileOf,
} from '../../../../lib/domain/accountability/statistics/durations.ts';
import {
  cameBack,
  repeatsOf,
  reopensOf,
} from '../../../../lib/domain/accountability/statistics/fix-quality.ts';
import { lostTime } from '../../../../lib/domain/accountability/statistics/lost-time.ts';
import { burstOf, poissonTail } from '../../../../lib/domain/accountability/statistics/poisson.ts';
import {
  outcomeOf,
  promisesOf,
  type PromiseMade,
} from '../../../../lib/domain/accountability/statistics/promises.ts';
import { pointsFor, scoreOf } from '../../../../lib/domain/accountability/statistics/scorecard.ts';
import { updateDiscipline } from '../../../../lib/domain/accountability/statistics/update-discipline.ts';
import { march, OFFICE, OURS } from '../../../support/timelines.ts';

const DAY = 86_400_000;

describe('a rate', () => {
  it('leaves out what is not due, withdrawn or unproven', () => {
    const counts = { met: 8, missed: 2, openOverdue: 0, openNotDue: 5, cancelled: 3 };
    expect(complianceOf(counts)).toMatchObject({ hits: 8, n: 10, percent: 80 });
  });

  it('is told as counts below 5, with its interval below 30', () => {
    expect([0, 4, 5, 29, 30].map(mannerFor)).toEqual(['counts', 'counts', 'interval', 'interval', 'percent']);
  });

  it('of nothing is none', () => {
    expect(rateOf(0, 0)).toEqual({ hits: 0, n: 0, percent: null, wilson95: null, manner: 'counts' });
  });

  it('lies within its interval, which lies within 0–100 %', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [hits, n] = [Math.min(a, b), Math.max(a, b, 1)];
        const [low, high] = wilson95(hits, n) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual((hits / n) * 100 + 1e-9);
        expect(high).toBeGreaterThanOrEqual((hits / n) * 100 - 1e-9);
      }),
    );
  });

  it.each([
    [0, 10, 0, 27.75],
    [10, 10, 72.25, 100],
    [1, 2, 9.45, 90.55],
    [81, 263, 25.53, 36.62],
  ])('%i of %i has the interval %f–%f %%', (hits, n, low, high) => {
    const found = wilson95(hits, n) ?? [0, 0];
    expect(found[0]).toBeCloseTo(low, 2);
    expect(found[1]).toBeCloseTo(high, 2);
  });
});

describe('durations', () => {
  it('tell mean, median and P90 by nearest rank, and what is still open', () => {
    expect(durationsOf([5, 8, 12, 20, 240], [600])).toEqual({
      n: 5,
      mean: 57,
      median: 12,
      p90: 240,
      open: 1,
      meanLowerBound: 147.5,
    });
  });

  it('of an even number have their median in the middle', () => {
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNull();
  });

  it.each([
    [[1], 1],
    [[1, 2], 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 10],
  ])('P90 of %j is %i', (values, expected) => {
    expect(percentileOf(values, 90)).toBe(expected);
  });
});

describe('the quality of fixes', () => {
  it('counts issues that came back once, and the events beside it', () => {
    expect(reopensOf([0, 0, 1, 0, 2])).toMatchObject({ issues: { hits: 2, n: 5, percent: 40 }, events: 3 });
  });

  it('counts no first sighting as a repeat', () => {
    expect(repeatsOf([1, 1, 4, 2, 0])).toMatchObject({
      occurrences: { hits: 4, n: 8 },
      issues: { hits: 2, n: 4 },
    });
  });

  it('knows a fix that did not hold for 14 days', () => {
    const back = (days: number) => cameBack([0], [days * DAY]);
    expect([back(-1), back(0), back(0.01), back(14), back(14.01)]).toEqual([false, false, true, true, false]);
  });
});

describe('availability', () => {
  it('is taken over the month of the contract, in its zone', () => {
    const length = (tz: string, month: number) => {
      const [from, to] = monthIn(tz, 2026, month);
      return (to - from) / 60_000;
    };
    expect([
      length('Europe/Berlin', 3),
      length('Europe/Berlin', 10),
      length('UTC', 2),
      length('Africa/Cairo', 4),
    ]).toEqual([44_580, 44_700, 40_320, 43_140]);
  });

  it('counts outages once, within the month, without what is excluded', () => {
    const outages = [
      [0, 10],
      [5, 20],
      [90, 130],
    ] as const;
    expect(downMs([0, 100], outages)).toBe(30);
    expect(downMs([0, 100], outages, [[15, 95]])).toBe(20);
  });

  it('never falls below zero and is none of no time', () => {
    expect([availabilityOf(10, 20).percent, availabilityOf(0, 0).percent]).toEqual([0, null]);
  });
});

describe('lost time', () => {
  it('counts only our working hours, overlaps once, from low to high', () => {
    const estimate = { low: 1, likely: 2, high: 4 };
    const spans = [
      [march('10 15:00'), march('10 18:00')],
      [march('10 15:30'), march('11 08:30')],
    ] as const;
    const one = { low: 0.5, likely: 0.5, high: 1 };
    expect(lostTime([{ spans, users: estimate, degradation: one }], OURS)).toEqual({
      low: 45,
      likely: 90,
      high: 360,
    });
  });
});

describe('a burst', () => {
  it.each([
    [0, 1, 0],
    [2, 0, 1],
    [2, 1, 0.864665],
    [2, 3, 0.323324],
    [0.2333, 3, 0.001775],
  ])('has the tail P(X ≥ k) of Poisson: mean %f, k %i → %f', (mean, k, expected) => {
    expect(poissonTail(mean, k)).toBeCloseTo(expected, 5);
  });

  it('needs three, however unlikely two are', () => {
    const quiet = { count: 0, days: 90 };
    expect([2, 3].map((count) => burstOf(quiet, { count, days: 7 }).flag)).toEqual([false, true]);
  });
});

describe('promises', () => {
  const made = (more: Partial<PromiseMade> = {}): PromiseMade => ({
    owner: 'provider',
    dueOriginal: 10 * DAY,
    due: 10 * DAY,
    moves: 0,
    deliveredAt: null,
    withdrawn: false,
    givenUp: false,
    ...more,
  });

  it('are kept against the original date, however often it was moved', () => {
    const moved = { due: 20 * DAY, moves: 2 };
    expect([
      outcomeOf(made({ ...moved, deliveredAt: 9 * DAY }), 30 * DAY),
      outcomeOf(made({ ...moved, deliveredAt: 15 * DAY }), 30 * DAY),
      outcomeOf(made(moved), 15 * DAY),
      outcomeOf(made(moved), 10 * DAY),
      outcomeOf(made({ givenUp: true }), 5 * DAY),
      outcomeOf(made({ withdrawn: true, givenUp: true }), 30 * DAY),
      outcomeOf(made({ deliveredAt: 9 * DAY }), 8 * DAY),
    ]).toEqual(['onTime', 'late', 'openOverdue', 'openNotDue', 'missed', 'withdrawn', 'openNotDue']);
  });

  it('are counted for each side alone', () => {
    const all = [
      made({ deliveredAt: DAY }),
      made({ due: 12 * DAY, moves: 1 }),
      made({ owner: 'us', deliveredAt: DAY }),
    ];
    expect(promisesOf(all, 'provider', 30 * DAY)).toMatchObject({
      kept: { hits: 1, n: 2 },
      moves: 1,
      slippedDays: 2,
      counts: { onTime: 1, openOverdue: 1 },
    });
    expect(promisesOf(all, 'us', 30 * DAY).kept).toMatchObject({ hits: 1, n: 1 });
  });
});

describe('update discipline', () => {
  it('is the open working time that had a word within the interval', () => {
    const found = updateDiscipline(OFFICE, [march('10 09:00'), march('11 10:00')], {
      words: [march('10 10:00'), march('10 13:00')],
      pauses: [[march('10 16:00'), march('10 17:00')]],
      everyMs: 2 * 3_600_000,
    });
    // 1 h, then 2 of 3 h, then 2 of 4 h of which one was paused and one is on the next day.
    expect([found.openMs, found.coveredMs].map((ms) => ms / 3_600_000)).toEqual([8, 5]);
  });
});

describe('a score', () => {
  it('leaves out what was not measured and says how much was', () => {
    expect(
      scoreOf([
        { weight: 20, score: 70 },
        { weight: 20, score: null },
      ]),
    ).toEqual({ score: 70, coveragePercent: 50 });
    expect(scoreOf([{ weight: 20, score: null }])).toEqual({ score: null, coveragePercent: 0 });
  });

  it('runs straight from floor to target, also where less is better', () => {
    expect([40, 50, 72.5, 95, 99].map((value) => pointsFor(value, 50, 95))).toEqual([0, 0, 50, 100, 100]);
    expect([1000, 600, 240, 0].map((value) => pointsFor(value, 960, 240))).toEqual([0, 50, 100, 100]);
  });
});
