import { describe, expect, it } from 'vitest';
import { claimDeadline } from '../../../../lib/domain/accountability/claim-deadline.ts';
import { claimRule } from '../../../../lib/domain/directory/claim-rule.ts';
import { dateText, parseDate } from '../../../../lib/domain/time/civil.ts';
import { zoneOf } from '../../../../lib/domain/time/zone.ts';
import { hours, OFFICE } from '../../../support/timelines.ts';

const berlin = { calendar: OFFICE, zone: zoneOf('Europe/Berlin') };

function deadlines(
  rule: unknown,
  date: string,
  at: string | null = null,
  place: Parameters<typeof claimDeadline>[2] = berlin,
) {
  const incident = { day: parseDate(date) ?? Number.NaN, at: at === null ? null : Date.parse(at) };
  const { literal, cautious } = claimDeadline(claimRule.parse(rule), incident, place);
  const shown = ({ day, at: instant }: typeof literal) =>
    instant === null ? dateText(day) : new Date(instant).toISOString();
  return [shown(literal), shown(cautious)];
}

describe('a claim deadline', () => {
  it('is shown as written and as the earliest that can be read into it', () => {
    const rule = { anchor: 'end_of_nth_billing_cycle_after', n: 2 };
    expect(deadlines(rule, '2026-02-15')).toEqual(['2026-04-30', '2026-03-31']);
    expect(deadlines({ anchor: 'end_of_following_month' }, '2026-01-31')).toEqual([
      '2026-02-28',
      '2026-02-28',
    ]);
  });

  it('counts elapsed hours from when it was noticed, also when clocks change', () => {
    const rule = { anchor: 'aware', plusHours: 24 };
    expect(deadlines(rule, '2026-03-28', '2026-03-28T11:00:00Z')[0]).toBe('2026-03-29T11:00:00.000Z');
  });

  it('counts days by the calendar: the same time of day on the wall', () => {
    const rule = { anchor: 'incident', plusDays: 1 };
    expect(deadlines(rule, '2026-03-28', '2026-03-28T11:00:00Z')[0]).toBe('2026-03-29T10:00:00.000Z');
  });

  it('is cautious where the hour is not known: hours count from the beginning of the day', () => {
    expect(deadlines({ anchor: 'aware', plusHours: 24 }, '2026-03-10')[0]).toBe('2026-03-10T23:00:00.000Z');
  });

  it('counts business days by the calendar, Monday to Friday without one', () => {
    const rule = { anchor: 'incident', plusBusinessDays: 2 };
    const closed = hours({ mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] }, 'Europe/Berlin', {
      exceptions: { '2026-03-16': [] },
    });
    expect(deadlines(rule, '2026-03-13', null, { ...berlin, calendar: closed })[0]).toBe('2026-03-23');
    expect(deadlines(rule, '2026-03-13', null, { ...berlin, calendar: null })[0]).toBe('2026-03-17');
  });

  it('ends even with a calendar that never opens', () => {
    const rule = { anchor: 'incident', plusBusinessDays: 2 };
    expect(deadlines(rule, '2026-03-13', null, { ...berlin, calendar: hours({}) })[0]).toBe('2029-03-17');
  });

  it.each([
    ['2026-02-14', '2026-03-14'],
    ['2026-02-15', '2026-04-14'],
    ['2026-01-31', '2026-03-14'],
    ['2026-12-20', '2027-02-14'],
  ])('knows billing cycles that begin on the 15th: %s → %s', (date, end) => {
    expect(deadlines({ anchor: 'end_of_nth_billing_cycle_after', n: 1, cycleFirstDay: 15 }, date)[0]).toBe(
      end,
    );
  });

  it.each([
    ['2026-01-01', '2026-03-31'],
    ['2026-06-30', '2026-06-30'],
    ['2026-11-11', '2026-12-31'],
  ])('knows quarters: %s → %s', (date, end) => {
    expect(deadlines({ anchor: 'end_of_quarter' }, date)[0]).toBe(end);
  });
});
