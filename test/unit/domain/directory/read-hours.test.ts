import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursText, openMinutes, readHours } from '../../../../lib/domain/directory/read-hours.ts';
import { openingHours } from '../../../../lib/domain/time/calendar.ts';

const read = (typed: string) => {
  const result = readHours(typed);
  return result.ok ? hoursText(result.windows) : result.problem;
};

describe('opening hours that somebody typed', () => {
  it.each([
    ['9-17', '09:00–17:00'],
    ['9–12, 13:30–17', '09:00–12:00, 13:30–17:00'],
    ['13-17; 8-12', '08:00–12:00, 13:00–17:00'],
    ['8.00 - 16.30', '08:00–16:30'],
    ['0800-1630', '08:00–16:30'],
    ['9 am to 5:30 pm', '09:00–17:30'],
    ['12am-12pm', '00:00–12:00'],
    ['8 bis 12 und 13 bis 17 Uhr', '08:00–12:00, 13:00–17:00'],
    ['8h30-12h', '08:30–12:00'],
    ['22:00-06:00', '22:00–06:00'],
    ['6-14, 14-22, 22-6', '06:00–14:00, 14:00–22:00, 22:00–06:00'],
    ['0-24', '00:00–24:00'],
    ['00:00-00:00', '00:00–24:00'],
    ['18:00–24:00', '18:00–24:00'],
    ['', ''],
    ['  ', ''],
  ])('“%s” is %s', (typed, hours) => expect(read(typed)).toBe(hours));

  it.each([
    ['9', 'unreadable'],
    ['9-', 'unreadable'],
    ['nine to five', 'unreadable'],
    ['9-12-17', 'unreadable'],
    ['9-25', 'no_such_time'],
    ['9:70-17', 'no_such_time'],
    ['13 pm-17', 'no_such_time'],
    ['24:00-06:00', 'no_such_time'],
    ['9-9', 'same'],
    ['9-13, 12-17', 'overlap'],
    ['22-6, 23-24', 'overlap'],
    [Array.from({ length: 49 }, () => '1-2').join(','), 'too_many'],
  ])('“%s” is refused: %s', (typed, problem) => expect(read(typed)).toBe(problem));

  it('names the part that is wrong', () => {
    expect(readHours('9-12, 13-')).toEqual({ ok: false, problem: 'unreadable', part: '13-' });
    expect(readHours('12-17, 9-13')).toEqual({ ok: false, problem: 'overlap', part: '9-13', other: '12-17' });
  });

  it('count their minutes', () => {
    expect(openMinutes([['09:00', '12:00'], ['13:00', '17:00']])).toBe(420); // prettier-ignore
    expect(openMinutes([['22:00', '06:00']])).toBe(480);
    expect(openMinutes([['00:00', '24:00']])).toBe(1440);
    expect(openMinutes(undefined)).toBe(0);
  });

  it('can always be stored, and read again as they are shown', () => {
    const time = fc
      .tuple(fc.nat(24), fc.nat(59))
      .map(([h, m]) => (h === 24 ? '24:00' : `${h}:${String(m).padStart(2, '0')}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 4 }), (windows) => {
        const result = readHours(windows.map(([from, to]) => `${from}-${to}`).join(','));
        if (!result.ok) return;
        expect(openingHours.safeParse({ weekly: { mon: result.windows } }).success).toBe(true);
        expect(readHours(hoursText(result.windows))).toEqual(result);
      }),
    );
  });
});
