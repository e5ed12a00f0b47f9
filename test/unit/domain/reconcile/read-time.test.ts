import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findOrder,
  readClock,
  readingOf,
  type DateOrder,
} from '../../../../lib/domain/reconcile/read-time.ts';
import { MINUTE } from '../../../../lib/domain/time/instant.ts';

const BERLIN = 'Europe/Berlin';

/** The first instant it can be, as ISO; the reason where it cannot be read. */
function read(cell: string, order: DateOrder | null = null, zone = BERLIN): string {
  const clock = readClock(cell, order);
  return clock.ok ? new Date(readingOf(clock.clock, zone).from).toISOString() : clock.reason;
}

describe('times of ticket exports', () => {
  it.each([
    ['2026-11-23T14:02:05Z', '2026-11-23T14:02:05.000Z'],
    ['2026-11-23T14:02:05.123+01:00', '2026-11-23T13:02:05.000Z'],
    ['2026-11-23 14:02:05 UTC', '2026-11-23T14:02:05.000Z'],
    ['2026-11-23 14:02:05 +0530', '2026-11-23T08:32:05.000Z'],
    ['2026-11-23 14:02', '2026-11-23T13:02:00.000Z'],
    ['2026/11/23 14:02', '2026-11-23T13:02:00.000Z'],
    ['23.11.2026 14:02:05', '2026-11-23T13:02:05.000Z'],
    ['03.04.26, 14:02 Uhr', '2026-04-03T12:02:00.000Z'],
    ['23/Nov/26 2:02 PM', '2026-11-23T13:02:00.000Z'],
    ['23. März 2026 12:00 AM', '2026-03-22T23:00:00.000Z'],
    ['Nov 23, 2026 12:02 p.m.', '2026-11-23T11:02:00.000Z'],
    ['Mon, 23 Nov 2026 14:02:05 GMT', '2026-11-23T14:02:05.000Z'],
    ['11/23/2026 2:02\u202fPM', '2026-11-23T13:02:00.000Z'],
    ['2026-11-23', '2026-11-22T23:00:00.000Z'],
  ])('reads %s', (cell, instant) => {
    expect(read(cell)).toBe(instant);
  });

  it.each([
    ['03/04/2026 10:00', 'which-order'],
    ['2026-02-30', 'no-such-day'],
    ['31/31/2026', 'no-such-day'],
    ['23.11.2026 24:30', 'no-time'],
    ['23.11.2026 13:00 PM', 'no-time'],
    ['yesterday', 'no-time'],
    ['46349.58', 'no-time'],
    ['constructor', 'no-time'],
    ['=1+1', 'no-time'],
    [`2026-11-23 ${'0'.repeat(100_000)}`, 'no-time'],
  ])('does not guess %s', (cell, reason) => {
    expect(read(cell)).toBe(reason);
  });

  it('takes the order that was chosen, and only where it matters', () => {
    expect(read('03/04/2026 10:00', 'dmy')).toBe('2026-04-03T08:00:00.000Z');
    expect(read('03/04/2026 10:00', 'mdy')).toBe('2026-03-04T09:00:00.000Z');
    expect(read('03.04.2026 10:00', 'mdy')).toBe('2026-04-03T08:00:00.000Z');
  });

  it('finds the order in a file that shows it, and says when nobody but a person can know', () => {
    expect(findOrder(['03/04/2026', '25/04/2026'])).toBe('dmy');
    expect(findOrder(['03/04/2026', '04-25-2026'])).toBe('mdy');
    expect(findOrder(['03/04/2026', '04/04/2026'])).toBe('open');
    expect(findOrder(['25/04/2026', '04/25/2026'])).toBe('both');
    expect(findOrder(['03.04.2026', '2026-04-03', ''])).toBe('none');
  });

  it('is as sure as the cell: a minute, a day, or either of the two hours of a night in autumn', () => {
    const sure = (cell: string) => {
      const clock = readClock(cell, null);
      if (!clock.ok) throw new Error(clock.reason);
      const { from, to } = readingOf(clock.clock, BERLIN);
      return (to + 1 - from) / MINUTE;
    };
    expect(sure('2026-11-23 14:02')).toBe(1);
    expect(sure('2026-10-25')).toBe(25 * 60);
    expect(sure('2026-10-25 02:30')).toBe(61);
    expect(sure('2026-10-25 02:30 +01:00')).toBe(1);
    expect(read('2026-03-29 02:30')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('never throws and is never slow, whatever the cell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(null, 'dmy', 'mdy'),
        (cell, order) => {
          const clock = readClock(cell, order);
          if (clock.ok) expect(Number.isFinite(clock.clock.local)).toBe(true);
        },
      ),
    );
  });
});
