import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessMs, dueAt } from '../../../../lib/domain/time/business-time.ts';
import { calendarRules, WEEKDAYS, type CalendarRules } from '../../../../lib/domain/time/calendar.ts';
import type { Span } from '../../../../lib/domain/time/spans.ts';
import { zoneOf } from '../../../../lib/domain/time/zone.ts';
import { parseDate } from '../../../../lib/domain/time/civil.ts';
import { AWKWARD, AWKWARD_ZONES } from '../../../support/oracle/awkward.ts';
import { randomCalendar } from '../../../support/oracle/random-calendar.ts';
import { randomFrom } from '../../../support/oracle/random.ts';

const DAY = 86_400_000;
const RUNS = { numRuns: 250 };

type Situation = Readonly<{ calendar: CalendarRules; near: number }>;

/** Any calendar of an awkward zone near the date at which its clocks do something awkward. */
const situation = fc.tuple(fc.constantFrom(...AWKWARD), fc.nat()).map(([[tz, near], seed]): Situation => ({
  calendar: randomCalendar(randomFrom(seed), tz, near),
  near: Date.parse(`${near}T00:00:00Z`),
}));

const offset = fc.integer({ min: -12 * DAY, max: 12 * DAY });
const pauses = fc.array(fc.tuple(offset, fc.nat(3 * DAY)), { maxLength: 4 });
const spans = (near: number, list: readonly (readonly [number, number])[]): Span[] =>
  list.map(([from, length]) => [near + from, near + from + length]);

describe('over all awkward zones', { timeout: 60_000 }, () => {
  it('there are enough of them', () => {
    expect(AWKWARD_ZONES.length).toBeGreaterThanOrEqual(14);
  });

  it('business(a, c) = business(a, b) + business(b, c)', () => {
    fc.assert(
      fc.property(situation, offset, offset, offset, pauses, ({ calendar, near }, x, y, z, list) => {
        const [a = 0, b = 0, c = 0] = [x, y, z].toSorted((p, q) => p - q).map((at) => near + at);
        const held = spans(near, list);
        const parts = businessMs(calendar, a, b, held) + businessMs(calendar, b, c, held);
        expect(businessMs(calendar, a, c, held)).toBe(parts);
      }),
      RUNS,
    );
  });

  it('0 ≤ business ≤ c − a', () => {
    fc.assert(
      fc.property(situation, offset, fc.nat(9 * DAY), pauses, ({ calendar, near }, from, length, list) => {
        const open = businessMs(calendar, near + from, near + from + length, spans(near, list));
        expect(open).toBeGreaterThanOrEqual(0);
        expect(open).toBeLessThanOrEqual(length);
      }),
      RUNS,
    );
  });

  it('a pause never raises what has elapsed, and one outside of it changes nothing', () => {
    fc.assert(
      fc.property(
        situation,
        offset,
        fc.nat(9 * DAY),
        pauses,
        pauses,
        ({ calendar, near }, from, length, p, q) => {
          const [a, b] = [near + from, near + from + length];
          const some = spans(near, p);
          const more = [...some, ...spans(near, q)];
          const elapsed = businessMs(calendar, a, b, some);
          expect(businessMs(calendar, a, b, more)).toBeLessThanOrEqual(elapsed);
          expect(businessMs(calendar, a, b, [...some, [a - DAY, a], [b, b + DAY]])).toBe(elapsed);
        },
      ),
      RUNS,
    );
  });

  it('due(start, business(start, d)) ≤ d, and exactly the target has passed when it is due', () => {
    fc.assert(
      fc.property(situation, offset, fc.nat(9 * DAY), pauses, ({ calendar, near }, from, length, list) => {
        const [start, d] = [near + from, near + from + length];
        const held = spans(near, list);
        const target = businessMs(calendar, start, d, held);
        const due = dueAt(calendar, start, target, held);
        expect(due).not.toBeNull();
        if (due === null) return;
        expect(due).toBeLessThanOrEqual(d);
        expect(businessMs(calendar, start, due, held)).toBe(target);
        if (target > 0) expect(businessMs(calendar, start, due - 1, held)).toBe(target - 1);
      }),
      RUNS,
    );
  });

  it('windows tile a day to its true length, wherever it is cut', () => {
    const edge = fc.integer({ min: 1, max: 1439 });
    fc.assert(
      fc.property(
        fc.constantFrom(...AWKWARD),
        fc.integer({ min: -3, max: 3 }),
        edge,
        edge,
        (place, days, p, q) => {
          const [tz, near] = place;
          const text = (m: number) =>
            `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
          const [a, b] = [text(Math.min(p, q)), text(Math.max(p, q))];
          const tiles =
            a === b
              ? [
                  ['00:00', a],
                  [a, '24:00'],
                ]
              : [
                  ['00:00', a],
                  [a, b],
                  [b, '24:00'],
                ];
          const calendar = (windows: unknown) =>
            calendarRules.parse({
              tz,
              versions: [
                {
                  validFrom: '1970-01-01',
                  hours: { weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, windows])) },
                },
              ],
            });
          const day = (parseDate(near) ?? 0) + days;
          const [start, end] = [zoneOf(tz).instantOf(day * DAY), zoneOf(tz).instantOf((day + 1) * DAY)];
          expect(businessMs(calendar(tiles), start, end)).toBe(end - start);
          expect(businessMs(calendar([['00:00', '24:00']]), start, end)).toBe(end - start);
          const each = tiles.map((tile) => businessMs(calendar([tile]), start, end));
          expect(each.reduce((sum, part) => sum + part, 0)).toBe(end - start);
        },
      ),
      RUNS,
    );
  });
});
