import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileOf } from '../../../../lib/domain/accountability/statistics/durations.ts';
import { agreementVersion } from '../../../../lib/domain/directory/agreement.ts';
import {
  proposeTargets,
  roundedUp,
  withProposed,
  type MeasuredIssue,
} from '../../../../lib/domain/directory/propose-targets.ts';
import type { Priority } from '../../../../lib/domain/issue/priority.ts';
import { MINUTE } from '../../../../lib/domain/time/instant.ts';

const clock = (minutes: number, stopped = true) => ({
  verdict: null,
  stopped,
  ms: minutes * MINUTE,
  rawMs: minutes * MINUTE,
});

function answered(priority: Priority | null, ...minutes: number[]): MeasuredIssue[] {
  return minutes.map((time) => ({ priority, response: clock(time), resolution: null }));
}
const waiting = (priority: Priority | null, ...minutes: number[]): MeasuredIssue[] =>
  minutes.map((time) => ({ priority, response: clock(time, false), resolution: null }));

const responseOf = (issues: readonly MeasuredIssue[]) => proposeTargets(issues)[0]?.response;

describe('proposed targets', () => {
  it('are what four of five cases achieved, rounded up to a time people agree on', () => {
    expect(responseOf(answered(2, 10, 20, 30, 40, 500))).toEqual({
      n: 5,
      open: 0,
      achievedMin: 40,
      proposedMin: 45,
    });
  });

  it('are not made of fewer than five cases, but the number is told', () => {
    expect(responseOf(answered(2, 10, 20, 30, 40))).toEqual({
      n: 4,
      open: 0,
      achievedMin: null,
      proposedMin: null,
    });
  });

  it('stand for each priority by itself, also for what has none', () => {
    const found = proposeTargets([...answered(null, 5, 5, 5, 5, 5), ...answered(1, 61, 61, 61, 61, 61)]);
    expect(found.map(({ priority, response }) => [priority, response.proposedMin])).toEqual([
      [1, 75],
      [null, 15],
    ]);
  });

  it('do not get better by never answering', () => {
    const done = answered(3, 10, 20, 30, 40, 50, 60, 70, 80);
    expect(responseOf(done)?.achievedMin).toBe(70);
    expect(responseOf([...done, ...waiting(3, 5000)])?.achievedMin).toBe(80);
    expect(responseOf([...done, ...waiting(3, 5000, 5000, 5000)])).toEqual({
      n: 8,
      open: 3,
      achievedMin: null,
      proposedMin: null,
    });
  });

  it('do not hold it against anybody that a report is new', () => {
    const done = answered(3, 10, 20, 30, 40, 50);
    expect(responseOf([...done, ...waiting(3, 1, 2, 3)])?.achievedMin).toBe(40);
  });

  it('leave out what was withdrawn', () => {
    const withdrawn = answered(3, 9000).map((issue) => ({
      ...issue,
      response: { ...clock(9000), verdict: 'cancelled' as const },
    }));
    expect(responseOf([...answered(3, 10, 10, 10, 10, 10), ...withdrawn])).toMatchObject({
      n: 5,
      achievedMin: 10,
    });
  });

  it('are put into an agreement without touching what nothing was proposed for', () => {
    const agreed = { P1: { responseMin: 30, updateEveryMin: 60 }, P2: { responseMin: 90 } };
    const targets = withProposed(agreed, proposeTargets(answered(1, 10, 10, 10, 10, 10)));
    expect(targets).toEqual({ P1: { responseMin: 15, updateEveryMin: 60 }, P2: { responseMin: 90 } });
    expect(agreed.P1.responseMin).toBe(30);
  });

  const priority = fc.constantFrom<Priority | null>(1, 2, 3, 4, 5, null);
  const figures = fc.option(
    fc.record({
      verdict: fc.constantFrom(null, 'met' as const, 'cancelled' as const),
      stopped: fc.boolean(),
      ms: fc.integer({ min: 0, max: 20_000 * MINUTE }),
      rawMs: fc.constant(0),
    }),
  );
  const issues = fc.array(fc.record({ priority, response: figures, resolution: figures }), { maxLength: 60 });

  it('would have been kept by four of five of those about which it can be said', () => {
    fc.assert(
      fc.property(issues, (given) => {
        for (const { priority: of, response } of proposeTargets(given)) {
          if (response.proposedMin === null) continue;
          const own = given.flatMap((issue) =>
            issue.priority === of && issue.response !== null && issue.response.verdict !== 'cancelled'
              ? [issue.response]
              : [],
          );
          const limit = response.proposedMin * MINUTE;
          const kept = own.filter(({ stopped, ms }) => stopped && ms <= limit).length;
          const late = own.filter(({ ms }) => ms > limit).length;
          expect(kept / (kept + late)).toBeGreaterThanOrEqual(0.8);
          expect(kept).toBeGreaterThanOrEqual(4);
          expect(response.n + response.open).toBe(own.length);
        }
      }),
    );
  });

  it('are the nearest-rank 80th percentile where nothing is open', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 5, maxLength: 60 }), (minutes) => {
        expect(responseOf(answered(1, ...minutes))?.achievedMin).toBe(percentileOf(minutes, 80));
      }),
    );
  });

  it('do not depend on the order, and always fit into an agreement', () => {
    fc.assert(
      fc.property(issues, (given) => {
        const found = proposeTargets(given);
        expect(proposeTargets(given.toReversed())).toEqual(found);
        const version = { validFrom: '2026-01-01', calendarId: 'c', targets: withProposed({}, found) };
        expect(() => agreementVersion.parse(version)).not.toThrow();
      }),
    );
  });
});

describe('a round time', () => {
  it.each([
    [0, 15],
    [15, 15],
    [16, 30],
    [121, 150],
    [480, 480],
    [481, 540],
    [1441, 1680],
  ])('of %i minutes is %i', (minutes, round) => {
    expect(roundedUp(minutes)).toBe(round);
  });

  it('is never shorter, and never shorter for a longer time', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(2000), (minutes, more) => {
        expect(roundedUp(minutes)).toBeGreaterThanOrEqual(minutes);
        expect(roundedUp(minutes + more)).toBeGreaterThanOrEqual(roundedUp(minutes));
      }),
    );
  });
});
