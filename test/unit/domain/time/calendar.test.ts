import { describe, expect, it } from 'vitest';
import { calendarRules } from '../../../../lib/domain/time/calendar.ts';
import { dayWindowsOf } from '../../../../lib/domain/time/day-plan.ts';
import { parseDate } from '../../../../lib/domain/time/civil.ts';

const rules = (hours: unknown, tz = 'Europe/Berlin') => ({
  tz,
  versions: [{ validFrom: '2026-01-01', hours }],
});
const windowsOn = (hours: unknown, date: string) =>
  dayWindowsOf(calendarRules.parse(rules(hours)))(parseDate(date) ?? Number.NaN);

describe('a calendar', () => {
  it.each([
    [
      'several windows a day',
      {
        weekly: {
          mon: [
            ['08:00', '12:00'],
            ['13:00', '17:00'],
          ],
        },
      },
    ],
    ['24:00', { weekly: { mon: [['00:00', '24:00']] } }],
    ['nights', { weekly: { sat: [['22:00', '06:00']] } }],
    ['a closed week', { weekly: {} }],
    ['a closure across New Year', { weekly: {}, recurring: [{ from: '12-24', to: '01-02', windows: [] }] }],
    ['29 February', { weekly: {}, recurring: [{ from: '02-29', to: '02-29', windows: [] }] }],
    [
      'special opening',
      { weekly: {}, exceptions: { '2026-06-06': [['10:00', '14:00']] }, holidayPolicy: 'shift' },
    ],
  ])('may have %s', (_, hours) => {
    expect(calendarRules.safeParse(rules(hours)).success).toBe(true);
  });

  it.each([
    ['25:00', { weekly: { mon: [['09:00', '25:00']] } }],
    ['24:30', { weekly: { mon: [['09:00', '24:30']] } }],
    ['9:00', { weekly: { mon: [['9:00', '17:00']] } }],
    ['a day that does not exist', { weekly: {}, exceptions: { '2026-02-30': [] } }],
    [
      'a day of the year that does not exist',
      { weekly: {}, recurring: [{ from: '02-30', to: '03-01', windows: [] }] },
    ],
    ['an unknown weekday', { weekly: { montag: [] } }],
    ['an unknown field', { weekly: {}, closed: true }],
  ])('may not have %s', (_, hours) => {
    expect(calendarRules.safeParse(rules(hours)).success).toBe(false);
  });

  it('needs a known zone and versions in the order of their dates', () => {
    expect(calendarRules.safeParse(rules({ weekly: {} }, 'Europe/Nowhere')).success).toBe(false);
    const version = (validFrom: string) => ({ validFrom, hours: { weekly: {} } });
    const of = (...dates: string[]) =>
      calendarRules.safeParse({ tz: 'UTC', versions: dates.map(version) }).success;
    expect(of('2026-01-01', '2026-07-01')).toBe(true);
    expect(of('2026-07-01', '2026-01-01')).toBe(false);
    expect(of('2026-01-01', '2026-01-01')).toBe(false);
    expect(of()).toBe(false);
  });
});

describe('the windows of a date', () => {
  const night = { fri: [['22:00', '06:00']] };

  it('end a night at midnight before an exception, unless shifts are finished', () => {
    const exceptions = { '2026-05-02': [] };
    expect(windowsOn({ weekly: night, exceptions }, '2026-05-01')).toEqual([[1320, 1440]]);
    expect(windowsOn({ weekly: night, exceptions, holidayPolicy: 'shift' }, '2026-05-01')).toEqual([
      [1320, 1800],
    ]);
  });

  it('end a night at midnight before a yearly closure, too', () => {
    const recurring = [{ from: '12-24', to: '01-02', windows: [] }];
    expect(windowsOn({ weekly: { wed: [['22:00', '06:00']] }, recurring }, '2026-12-23')).toEqual([
      [1320, 1440],
    ]);
    expect(windowsOn({ weekly: { sat: [['22:00', '06:00']] }, recurring }, '2027-01-02')).toEqual([]);
    expect(windowsOn({ weekly: { sun: [['22:00', '06:00']] }, recurring }, '2027-01-03')).toEqual([
      [1320, 1800],
    ]);
  });

  it('come from the dated exception first, then from the first yearly closure that fits', () => {
    const hours = {
      weekly: { thu: [['09:00', '17:00']] },
      exceptions: { '2026-12-24': [['09:00', '10:00']] },
      recurring: [
        { from: '12-20', to: '12-31', windows: [['09:00', '12:00']] },
        { from: '12-31', to: '12-31', windows: [] },
      ],
    };
    expect(windowsOn(hours, '2026-12-24')).toEqual([[540, 600]]);
    expect(windowsOn(hours, '2026-12-31')).toEqual([[540, 720]]);
    expect(windowsOn(hours, '2026-12-17')).toEqual([[540, 1020]]);
  });

  it('are those of the version in force on the date; the first version also counts before its date', () => {
    const version = (validFrom: string, to: string) => ({
      validFrom,
      hours: { weekly: { mon: [['09:00', to]] } },
    });
    const calendar = calendarRules.parse({
      tz: 'Europe/Berlin',
      versions: [version('2026-01-01', '17:00'), version('2026-07-06', '15:00')],
    });
    const end = (date: string) => dayWindowsOf(calendar)(parseDate(date) ?? 0)[0]?.[1];
    expect([end('2020-06-01'), end('2026-06-29'), end('2026-07-06'), end('2030-07-01')]).toEqual([
      1020, 1020, 900, 900,
    ]);
  });
});
