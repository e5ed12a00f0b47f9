import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datesBetween,
  exceptionOn,
  withDaysOff,
  type DayOff,
} from '../../../../lib/domain/directory/day-off.ts';
import { businessMs } from '../../../../lib/domain/time/business-time.ts';
import { openingHours, type OpeningHours } from '../../../../lib/domain/time/calendar.ts';
import { dateText, parseDate } from '../../../../lib/domain/time/civil.ts';
import { DAY, HOUR, MINUTE } from '../../../../lib/domain/time/instant.ts';

const day = (date: string, closedFrom: string | null = null): DayOff => ({
  date,
  name: 'Day',
  closedFrom,
  doubt: null,
  note: '',
});
const week = (...windows: [string, string][]): OpeningHours['weekly'] => ({
  mon: windows,
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
});
const office: OpeningHours = { weekly: week(['09:00', '12:00'], ['13:00', '17:00']) };

/** Open hours between two wall times of a zone without offset. */
function openHours(hours: OpeningHours, from: number, to: number): number {
  const calendar = { tz: 'UTC', versions: [{ validFrom: '2020-01-01', hours }] };
  return businessMs(calendar, from, to) / HOUR;
}
const at = (date: string, time = 0) => (parseDate(date) ?? Number.NaN) * DAY + time;

describe('a day off', () => {
  it('closes its date', () => {
    expect(withDaysOff(office, [day('2026-05-01')])).toEqual({ '2026-05-01': [] });
  });

  it('that begins at two leaves the hours before it', () => {
    expect(withDaysOff(office, [day('2026-12-24', '14:00')])).toEqual({
      '2026-12-24': [
        ['09:00', '12:00'],
        ['13:00', '14:00'],
      ],
    });
  });

  it('that begins at two never opens a weekend, a closure or a day that is closed already', () => {
    const hours: OpeningHours = {
      ...office,
      exceptions: { '2026-12-31': [] },
      recurring: [{ from: '12-24', to: '12-26', windows: [] }],
    };
    const half = [day('2026-12-24', '14:00'), day('2026-12-27', '14:00'), day('2026-12-31', '14:00')];
    expect(withDaysOff(hours, half)).toEqual({ '2026-12-24': [], '2026-12-27': [], '2026-12-31': [] });
  });

  it('leaves other exceptions as they are', () => {
    const hours: OpeningHours = { ...office, exceptions: { '2026-05-02': [['10:00', '12:00']] } };
    expect(withDaysOff(hours, [day('2026-05-01')])).toEqual({
      '2026-05-02': [['10:00', '12:00']],
      '2026-05-01': [],
    });
    expect(exceptionOn(hours, '2026-05-02')).toBe('special');
    expect(exceptionOn(hours, '2026-05-01')).toBe('none');
    expect(exceptionOn({ ...office, exceptions: { '2026-05-01': [] } }, '2026-05-01')).toBe('closed');
    expect(exceptionOn(hours, 'constructor')).toBe('none');
  });

  it('of several on one date counts the one that closes more', () => {
    const both = [day('2026-12-24', '14:00'), day('2026-12-24', '12:00')];
    expect(withDaysOff(office, both)['2026-12-24']).toEqual([['09:00', '12:00']]);
    expect(withDaysOff(office, [...both, day('2026-12-24')])['2026-12-24']).toEqual([]);
    expect(withDaysOff(office, [day('2026-12-24'), ...both])['2026-12-24']).toEqual([]);
  });

  it('that begins at two lets the night before it finish', () => {
    const nights: OpeningHours = { weekly: week(['22:00', '06:00']) };
    expect(withDaysOff(nights, [day('2026-12-24', '14:00')])['2026-12-24']).toEqual([['00:00', '06:00']]);
    const shift: OpeningHours = { ...nights, holidayPolicy: 'shift' };
    expect(withDaysOff(shift, [day('2026-12-24', '14:00')])['2026-12-24']).toEqual([]);
    for (const hours of [nights, shift]) {
      const exceptions = { ...withDaysOff(hours, [day('2026-12-24', '14:00')]) };
      expect(openHours({ ...hours, exceptions }, at('2026-12-24'), at('2026-12-25'))).toBe(6);
    }
  });

  it('after a closed day has no night to finish', () => {
    const nights: OpeningHours = { weekly: week(['22:00', '06:00']) };
    const exceptions = { ...withDaysOff(nights, [day('2026-12-24', '14:00'), day('2026-12-23')]) };
    expect(exceptions).toEqual({ '2026-12-23': [], '2026-12-24': [] });
  });

  const minute = fc.integer({ min: 0, max: 1440 });
  const time = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
  const windows = fc.array(fc.tuple(minute.map(time), minute.map(time)), { maxLength: 3 });
  const anyHours = fc
    .record({
      weekly: fc.record({
        mon: windows,
        tue: windows,
        wed: windows,
        thu: windows,
        fri: windows,
        sat: windows,
      }),
      holidayPolicy: fc.constantFrom('date' as const, 'shift' as const),
      recurring: fc.constantFrom([], [{ from: '12-24', to: '01-02', windows: [] }]),
    })
    .map((hours) => openingHours.parse(hours));
  const anyDay = fc.record({
    date: fc.integer({ min: 20_440, max: 20_470 }).map(dateText),
    closedFrom: fc.option(minute.map(time)),
  });

  it('takes away what is after its beginning and nothing before it, whatever the hours', () => {
    fc.assert(
      fc.property(anyHours, anyDay, (hours, { date, closedFrom }) => {
        const exceptions = { ...withDaysOff(hours, [day(date, closedFrom)]) };
        const closed = openingHours.parse({ ...hours, exceptions });
        const begins =
          closedFrom === null ? 0 : Number(closedFrom.slice(0, 2)) * 60 + Number(closedFrom.slice(3));
        const [from, turn, to] = [at(date), at(date, begins * MINUTE), at(date, DAY)];
        if (closedFrom !== null) expect(openHours(closed, from, turn)).toBe(openHours(hours, from, turn));
        const after = openHours(closed, turn, to);
        // A night that the policy lets finish is the only thing that may still be open.
        if (hours.holidayPolicy === 'date') expect(after).toBe(0);
        else expect(after).toBeLessThanOrEqual(openHours(hours, turn, to));
        expect(openHours(closed, at(date, -30 * DAY), at(date, -DAY))).toBe(
          openHours(hours, at(date, -30 * DAY), at(date, -DAY)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates between two', () => {
  it('are the first up to but without the end, and never too many', () => {
    expect(datesBetween('2026-12-30', '2027-01-02', 10)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(datesBetween('2026-12-30', '2026-12-30', 10)).toEqual([]);
    expect(datesBetween('2026-01-01', '9999-01-01', 3)).toHaveLength(3);
    expect(datesBetween('2026-13-01', '2027-01-01', 3)).toEqual([]);
  });
});
