import { describe, expect, it } from 'vitest';
import { businessMs, dueAt } from '../../../../lib/domain/time/business-time.ts';
import { calendarRules, type CalendarRules } from '../../../../lib/domain/time/calendar.ts';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);

function calendar(hours: unknown, tz = 'Europe/Berlin'): CalendarRules {
  return calendarRules.parse({ tz, versions: [{ validFrom: '2020-01-01', hours }] });
}
const NINE = [['09:00', '17:00']];
const office = calendar({ weekly: { mon: NINE, tue: NINE, wed: NINE, thu: NINE, fri: NINE } });
const minutes = (rules: CalendarRules, from: string, to: string) =>
  businessMs(rules, at(from), at(to)) / MINUTE;

describe('business time', () => {
  it('counts only what is open', () => {
    expect(minutes(office, '2026-03-13T16:30:00+01:00', '2026-03-16T09:15:00+01:00')).toBe(45);
  });

  it('is nothing when the end is not after the start', () => {
    expect(minutes(office, '2026-03-13T16:30:00+01:00', '2026-03-13T10:00:00+01:00')).toBe(0);
  });

  it('is the same whichever years were asked for before', () => {
    const fresh = () => calendar({ weekly: { mon: NINE, tue: NINE, wed: NINE, thu: NINE, fri: NINE } });
    const spans = [
      ['2026-03-10T10:00:00Z', '2026-03-12T10:00:00Z'],
      ['2011-03-10T10:00:00Z', '2011-03-12T10:00:00Z'],
      ['2044-03-10T10:00:00Z', '2044-03-12T10:00:00Z'],
      ['1999-12-01T00:00:00Z', '2050-01-01T00:00:00Z'],
    ] as const;
    const forward = fresh();
    const backward = fresh();
    const first = spans.map(([from, to]) => minutes(forward, from, to));
    const second = spans.toReversed().map(([from, to]) => minutes(backward, from, to));
    expect(first).toEqual(second.toReversed());
    expect(first).toEqual(spans.map(([from, to]) => minutes(fresh(), from, to)));
  });

  it('counts to the millisecond', () => {
    const from = at('2026-03-10T10:00:00.250Z');
    expect(businessMs(office, from, from + 1)).toBe(1);
  });

  it('takes a pause out once, however many overlap', () => {
    const pause = [at('2026-03-10T10:00:00+01:00'), at('2026-03-10T11:00:00+01:00')] as const;
    const [from, to] = [at('2026-03-10T09:00:00+01:00'), at('2026-03-10T12:00:00+01:00')];
    expect(businessMs(office, from, to, [pause, pause, pause]) / MINUTE).toBe(120);
  });
});

describe('a due time', () => {
  const due = (rules: CalendarRules, from: string, target: number, ...pauses: [number, number][]) => {
    const found = dueAt(rules, at(from), target * MINUTE, pauses);
    return found === null ? null : new Date(found).toISOString();
  };

  it('is at closing when the target is used up exactly at closing', () => {
    expect(due(office, '2026-03-13T16:00:00+01:00', 60)).toBe('2026-03-13T16:00:00.000Z');
  });

  it('looks ahead as far as needed: a calendar that opens once, in two years', () => {
    const once = calendar({ weekly: {}, exceptions: { '2028-06-01': NINE } });
    expect(due(once, '2026-03-10T09:00:00Z', 60)).toBe('2028-06-01T08:00:00.000Z');
    expect(due(once, '2026-03-10T09:00:00Z', 480)).toBe('2028-06-01T15:00:00.000Z');
    expect(due(once, '2026-03-10T09:00:00Z', 481)).toBeNull();
  });

  it('is none when it never opens, and when it does not open for three years', () => {
    expect(due(calendar({ weekly: {} }), '2026-03-10T09:00:00Z', 1)).toBeNull();
    const late = calendar({ weekly: {}, exceptions: { '2029-06-01': NINE } });
    expect(due(late, '2026-03-10T09:00:00Z', 1)).toBeNull();
    expect(due(late, '2026-06-10T09:00:00Z', 1)).toBe('2029-06-01T07:01:00.000Z');
  });

  it('counts the three years from the last opening, not from the start', () => {
    const twice = calendar({ weekly: {}, exceptions: { '2028-06-01': NINE, '2030-06-03': NINE } });
    expect(due(twice, '2026-03-10T09:00:00Z', 600)).toBe('2030-06-03T09:00:00.000Z');
  });

  it('is none while a pause is open, unless the target was used up before it', () => {
    const open: [number, number] = [at('2026-03-10T11:00:00+01:00'), Infinity];
    expect(due(office, '2026-03-10T09:00:00+01:00', 121, open)).toBeNull();
    expect(due(office, '2026-03-10T09:00:00+01:00', 120, open)).toBe('2026-03-10T10:00:00.000Z');
  });

  it('is not moved by a pause that is over before it starts, or begins when it is due', () => {
    const [before, after] = ['2026-03-10T08:00:00Z', '2026-03-10T10:00:00Z'].map(at) as [number, number];
    expect(due(office, '2026-03-10T08:00:00Z', 120, [before - 9_000_000, before])).toBe(
      '2026-03-10T10:00:00.000Z',
    );
    expect(due(office, '2026-03-10T08:00:00Z', 120, [after, after + 9_000_000])).toBe(
      '2026-03-10T10:00:00.000Z',
    );
  });

  it('can be ten years of minutes away', () => {
    expect(due(office, '2026-03-10T08:00:00Z', 1_248_000)).toMatch(/^2036-02-/);
  });
});
