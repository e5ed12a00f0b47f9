import { describe, expect, it } from 'vitest';
import { calendarDays } from '../../../../lib/domain/directory/calendar-days.ts';
import type { CalendarRules } from '../../../../lib/domain/time/calendar.ts';
import { parseDate } from '../../../../lib/domain/time/civil.ts';
import { HOUR } from '../../../../lib/domain/time/instant.ts';

const office: CalendarRules = {
  tz: 'Europe/Berlin',
  versions: [
    {
      validFrom: '2026-01-01',
      hours: {
        weekly: { mon: [['09:00', '12:00'], ['13:00', '17:00']], sun: [['00:00', '24:00']], sat: [['22:00', '06:00']] }, // prettier-ignore
        exceptions: { '2026-03-30': [['10:00', '12:00']] },
        recurring: [{ from: '12-24', to: '01-02', windows: [] }],
      },
    },
  ],
};
const days = (from: string, count: number) => calendarDays(office, parseDate(from) ?? 0, count);

describe('the days of a calendar', () => {
  it('say what they are open for and what says so', () => {
    const [saturday, sunday, monday, tuesday] = days('2026-03-28', 4);
    expect(saturday).toMatchObject({ date: '2026-03-28', by: 'weekly', openMs: 2 * HOUR });
    expect(sunday).toMatchObject({ by: 'weekly', openMs: 23 * HOUR, lengthMs: 23 * HOUR });
    expect(monday).toMatchObject({ by: 'exception', windows: [[600, 720]], openMs: 2 * HOUR });
    expect(tuesday).toMatchObject({ by: 'weekly', windows: [], openMs: 0 });
  });
  it('are closed every year across New Year', () => {
    expect(days('2026-12-23', 12).map(({ by }) => by)).toEqual([
      'weekly',
      ...Array.from({ length: 10 }, () => 'yearly'),
      'weekly',
    ]);
  });
});
