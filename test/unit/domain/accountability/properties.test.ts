import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, type AccountInput } from '../../../../lib/domain/accountability/account.ts';
import { exactly, type TimelineEvent } from '../../../../lib/domain/accountability/timeline.ts';
import { businessMs } from '../../../../lib/domain/time/business-time.ts';
import { AWKWARD } from '../../../support/oracle/awkward.ts';
import { termsOfPolicy } from '../../../support/oracle/account-of-case.ts';
import { randomCalendar } from '../../../support/oracle/random-calendar.ts';
import { randomPolicy, randomTimeline } from '../../../support/oracle/random-timeline.ts';
import { randomFrom } from '../../../support/oracle/random.ts';

const MINUTE = 60_000;
const RUNS = { numRuns: 300 };

/** Any course of events near the awkward date of a zone. */
const situation = fc.tuple(fc.constantFrom(...AWKWARD), fc.nat()).map(([[tz, near], seed]): AccountInput => {
  const random = randomFrom(seed);
  const zero = Date.parse(`${near}T00:00:00Z`) - 5 * 1440 * MINUTE;
  const asOf = random.int(1440, 10 * 1440);
  const events = randomTimeline(random, random.int(0, asOf - 1), asOf).map(
    ({ at, until, ...event }, n): TimelineEvent => ({
      ...event,
      at: zero + at * MINUTE,
      recordedAt: zero + at * MINUTE,
      ledger: random.one(['a', 'b']),
      n,
      ...(random.chance(0.2) ? { plusMinusMs: random.int(0, 90) * MINUTE } : {}),
      ...(until === undefined ? {} : { until: zero + until * MINUTE }),
    }),
  );
  return {
    occurred: random.chance(0.7) ? exactly(zero - random.int(0, 500) * MINUTE) : null,
    events,
    priority: { us: null, provider: null },
    terms: termsOfPolicy(randomPolicy(random), randomCalendar(random, tz, near)),
    ours: randomCalendar(random, tz, near),
    asOf: zero + asOf * MINUTE,
  };
});

describe('over all awkward zones', { timeout: 60_000 }, () => {
  it('the minutes of the ledger add up from the first occurrence to the end, and each has one owner', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const { stretches, ledger, owner } = accountOf(input);
        const [first, last] = [stretches[0], stretches.at(-1)];
        if (!first || !last) return;
        for (const [i, stretch] of stretches.entries()) {
          expect(stretch.to.at).toBeGreaterThanOrEqual(stretch.from.at);
          if (i > 0) expect(stretch.from.at).toBe(stretches[i - 1]?.to.at);
        }
        expect(ledger.totalMs).toBe(last.to.at - first.from.at);
        const sum = Object.values(ledger.owners).reduce((total, { rawMs }) => total + rawMs, 0);
        expect(sum).toBe(ledger.totalMs);
        const sides = Object.values(ledger.sides).reduce((total, { rawMs }) => total + rawMs, 0);
        expect(sides).toBe(ledger.totalMs);
        if (owner !== 'closed') expect(last.to.at).toBe(input.asOf);
        for (const { rawMs, businessMs: worked } of Object.values(ledger.owners))
          expect(worked).toBeLessThanOrEqual(rawMs);
      }),
      RUNS,
    );
  });

  it('the order in which events are given changes nothing', () => {
    fc.assert(
      fc.property(situation, fc.nat(), (input, seed) => {
        const random = randomFrom(seed);
        const shuffled = input.events
          .map((event) => ({ event, key: random.int(0, 1_000_000) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(accountOf({ ...input, events: shuffled })).toEqual(accountOf(input));
      }),
      RUNS,
    );
  });

  it('a pause never raises what a clock shows, and none runs longer than the calendar is open', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const { readings, clocks } = accountOf(input);
        const { agreed, provider, none } = readings;
        if (!agreed || !provider || !none) return;
        expect(agreed.elapsed.ms).toBeLessThanOrEqual(none.elapsed.ms);
        expect(provider.elapsed.ms).toBeLessThanOrEqual(none.elapsed.ms);
        const end = none.stoppedAt ?? input.asOf;
        expect(none.elapsed.ms).toBeLessThanOrEqual(
          businessMs(input.terms.calendar, none.startedAt, Math.max(end, none.startedAt)),
        );
        expect(clocks.resolution).toEqual(agreed);
      }),
      RUNS,
    );
  });

  it('what was entered lies between the least and the most, and met means stopped when it is due at the latest', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const { response, restore, resolution } = accountOf(input).clocks;
        for (const clock of [response, restore, resolution]) {
          if (!clock) continue;
          const { elapsed, dueAt, stoppedAt, verdict, targetMs } = clock;
          expect(elapsed.least).toBeLessThanOrEqual(elapsed.ms);
          expect(elapsed.ms).toBeLessThanOrEqual(elapsed.most);
          const exact = input.events.every(({ plusMinusMs = 0 }) => plusMinusMs === 0);
          if (dueAt === null || stoppedAt === null || targetMs === null || verdict === 'cancelled') continue;
          if (exact) expect(verdict === 'met').toBe(stoppedAt <= dueAt);
          // Most ≤ target ⇔ met, where a time is uncertain; certain times are only stricter at the very end.
          else if (verdict === 'met') expect(elapsed.most).toBeLessThanOrEqual(targetMs);
        }
      }),
      RUNS,
    );
  });

  it('what is added later changes nothing before it', () => {
    fc.assert(
      fc.property(situation, fc.nat(7 * 1440), (input, back) => {
        const asOf = input.asOf - back * MINUTE;
        const known = input.events.filter(({ at }) => at <= asOf);
        expect(accountOf({ ...input, asOf })).toEqual(accountOf({ ...input, events: known, asOf }));
      }),
      RUNS,
    );
  });
});
