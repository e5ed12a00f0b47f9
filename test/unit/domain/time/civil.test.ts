import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dateText,
  dayOf,
  endOfMonth,
  parseDate,
  weekdayOf,
} from '../../../../lib/domain/time/civil.ts';
import { instantOf, msOf } from '../../../../lib/domain/time/instant.ts';

const DAY = 86_400_000;

describe('a date', () => {
  it('is the same day as the platform says, from 1600 to 2400', { timeout: 60_000 }, () => {
    const different: string[] = [];
    for (let day = dayOf(1600, 1, 1); day <= dayOf(2400, 12, 31); day += 3) {
      const date = new Date(day * DAY);
      const text = dateText(day);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const same =
        text === date.toISOString().slice(0, 10) &&
        parseDate(text) === day &&
        weekdayOf(day) === (date.getUTCDay() + 6) % 7 &&
        JSON.stringify(civilOf(day)) === JSON.stringify(civil);
      if (!same) different.push(text);
    }
    expect(different).toEqual([]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '', 'today'])(
    'is not made of %j',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 0, '2026-12-31'],
    ['2026-12-15', 1, '2027-01-31'],
    ['2026-01-15', -1, '2025-12-31'],
    ['2026-02-15', 14, '2027-04-30'],
  ])('%s: the month %i later ends on %s', (date, months, end) => {
    expect(dateText(endOfMonth(parseDate(date) ?? Number.NaN, months))).toBe(end);
  });
});

describe('an instant', () => {
  it('is read and written as the platform does', () => {
    for (const at of [0, 1, 999, -1, 1_774_742_400_123, 4_102_444_799_999, -2_208_988_800_000]) {
      const text = new Date(at).toISOString();
      expect(instantOf(at)).toBe(text);
      expect(msOf(text)).toBe(at);
    }
  });
});
