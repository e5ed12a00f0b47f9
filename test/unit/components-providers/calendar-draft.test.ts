import { describe, expect, it } from 'vitest';
import {
  calendarDraft,
  calendarFrom,
  calendarProblems,
  hoursFrom,
  isFine,
  newCalendarDraft,
} from '../../../components/providers/calendars/calendar-draft.ts';
import { workingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import type { WorkingCalendar } from '../../../lib/domain/directory/working-calendar.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';

const hours: OpeningHours = {
  weekly: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    fri: [['22:00', '06:00']],
    sat: [['00:00', '24:00']],
  },
  exceptions: { '2026-12-24': [], '2026-12-31': [['09:00', '12:00']] },
  recurring: [{ from: '12-24', to: '01-02', windows: [] }],
  holidayPolicy: 'shift',
};
const calendar: WorkingCalendar = {
  id: 'c',
  name: 'Acme',
  tz: 'Europe/Berlin',
  versions: [
    { validFrom: '2026-01-01', hours },
    {
      validFrom: '2027-01-01',
      hours: { weekly: { mon: [['07:00', '15:00']] }, exceptions: { '2027-05-01': [] } },
    },
  ],
  source: 'DE-BY',
};
const draft = calendarDraft(calendar, hours, 'correct', '2026-01-01');

describe('working hours in their form', () => {
  it('come out as they went in', () => {
    expect(hoursFrom(draft)).toEqual(hours);
    expect(calendarFrom(draft, calendar, 'c')).toEqual(calendar);
  });

  it('that are changed from a date leave what held before as it was', () => {
    const changed = {
      ...draft,
      mode: 'change',
      validFrom: '2026-06-01',
      week: { ...draft.week, mon: '9-15' },
    } as const;
    const next = calendarFrom(changed, calendar, 'c');
    expect(next.versions.map(({ validFrom }) => validFrom)).toEqual([
      '2026-01-01',
      '2026-06-01',
      '2027-01-01',
    ]);
    expect(next.versions[0]).toBe(calendar.versions[0]);
    expect(next.versions[1]?.hours.weekly.mon).toEqual([['09:00', '15:00']]);
    expect(next.versions[2]).toBe(calendar.versions[2 - 1]);
    expect(workingCalendar.safeParse(next).success).toBe(true);
  });

  it('carry holidays that are added or removed into later versions', () => {
    const exceptions = [
      { date: '2026-12-31', hours: '9-12' },
      { date: '2027-01-06', hours: '' },
    ];
    const next = calendarFrom({ ...draft, exceptions }, calendar, 'c');
    expect(next.versions[0]?.hours.exceptions).toEqual({
      '2026-12-31': [['09:00', '12:00']],
      '2027-01-06': [],
    });
    expect(next.versions[1]?.hours.exceptions).toEqual({ '2027-01-06': [], '2027-05-01': [] });
    expect(next.versions[1]?.hours.weekly).toEqual({ mon: [['07:00', '15:00']] });
  });

  it('of a new calendar begin with office hours', () => {
    const made = calendarFrom(
      { ...newCalendarDraft('Europe/Berlin', '2026-01-01'), name: ' Us ' },
      null,
      'new',
    );
    expect(made).toMatchObject({ id: 'new', name: 'Us', tz: 'Europe/Berlin' });
    expect(made.versions[0]?.hours.weekly).toMatchObject({
      mon: [['09:00', '17:00']],
      fri: [['09:00', '17:00']],
    });
    expect(workingCalendar.safeParse(made).success).toBe(true);
  });

  it('say what cannot be understood, where', () => {
    const problems = calendarProblems({
      ...draft,
      name: ' ',
      tz: 'Mars/Base',
      validFrom: '',
      week: { ...draft.week, tue: '9-' },
      exceptions: [
        { date: '2026-12-24', hours: '' },
        { date: '2026-12-24', hours: '9-8-7' },
        { date: '', hours: '' },
      ],
      yearly: [{ fromDay: '31', fromMonth: '2', toDay: '2', toMonth: '1', hours: '25-26' }],
    });
    expect(problems).toMatchObject({ name: true, tz: true, validFrom: true });
    expect([...problems.week.keys()]).toEqual(['tue']);
    expect(problems.exceptionDates).toEqual(new Map([[1, 'twice'], [2, 'date']])); // prettier-ignore
    expect([...problems.exceptionHours.keys()]).toEqual([1]);
    expect([...problems.yearlyDays.keys()]).toEqual([0]);
    expect([...problems.yearlyHours.keys()]).toEqual([0]);
    expect(isFine(problems)).toBe(false);
    expect(isFine(calendarProblems(draft))).toBe(true);
  });

  it('may be closed every 29 February', () => {
    const yearly = [{ fromDay: '29', fromMonth: '2', toDay: '29', toMonth: '2', hours: '' }];
    expect(isFine(calendarProblems({ ...draft, yearly }))).toBe(true);
    expect(hoursFrom({ ...draft, yearly }).recurring).toEqual([{ from: '02-29', to: '02-29', windows: [] }]);
  });
});
