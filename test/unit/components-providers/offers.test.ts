import { describe, expect, it } from 'vitest';
import {
  countTicked,
  exceptionsWith,
  offersOf,
  sourcesWith,
  tickedAtFirst,
} from '../../../components/providers/holidays/offers.ts';
import type { DayOff } from '../../../lib/domain/directory/day-off.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';

const day = (date: string, more: Partial<DayOff> = {}): DayOff => ({
  date,
  name: date,
  closedFrom: null,
  doubt: null,
  note: '',
  ...more,
});
const WINDOWS: [string, string][] = [['09:00', '17:00']];
const HOURS: OpeningHours = {
  weekly: { mon: WINDOWS, tue: WINDOWS, wed: WINDOWS, thu: WINDOWS, fri: WINDOWS },
  exceptions: { '2026-01-01': [], '2026-05-01': [['10:00', '12:00']], '2026-12-24': [['09:00', '14:00']] },
};

describe('the days that are offered', () => {
  it('are ticked when they surely are holidays and nobody wrote otherwise', () => {
    const days = [
      day('2026-01-01'),
      day('2026-05-01'),
      day('2026-05-14'),
      day('2026-12-24', { closedFrom: '14:00', doubt: 'bank' }),
      day('2026-12-31', { closedFrom: '14:00', doubt: 'bank' }),
    ];
    const offers = offersOf(HOURS, days);
    expect(offers.map(({ here }) => here)).toEqual(['already', 'special', 'nothing', 'already', 'nothing']);
    const ticked = tickedAtFirst(offers);
    expect(countTicked(offers, ticked)).toBe(1);
    expect(exceptionsWith(HOURS, offers, ticked)).toEqual({ ...HOURS.exceptions, '2026-05-14': [] });
  });

  it('say what is closed anyway', () => {
    expect(
      offersOf(HOURS, [day('2026-05-02'), day('2026-05-04')]).map(({ closedAnyway }) => closedAnyway),
    ).toEqual([true, false]);
  });

  it('replace the hours of a date when somebody ticks it', () => {
    const offers = offersOf(HOURS, [day('2026-05-01')]);
    const ticked = new Set(offers.map(({ key }) => key));
    expect(exceptionsWith(HOURS, offers, ticked)['2026-05-01']).toEqual([]);
  });
});

describe('where the days of a calendar came from', () => {
  it('is said once for each source', () => {
    expect(sourcesWith(undefined, 'DE-BY')).toBe('DE-BY');
    expect(sourcesWith('DE-BY', 'DE-BY')).toBe('DE-BY');
    expect(sourcesWith('DE-BY', 'closures.ics')).toBe('DE-BY, closures.ics');
    expect(sourcesWith('', 'x'.repeat(500)).length).toBe(200);
  });
});
