import { describe, expect, it } from 'vitest';
import { hoursOfWeek, weekPattern } from '../../../../lib/domain/issue/hour-of-week.ts';

const BERLIN = 60;
/** 23 November 2026 is a Monday. `day` counts from it; `hour` on the clock in Berlin. */
const moment = (day: number, hour: number, offsetMin = BERLIN) => ({
  at: new Date(Date.UTC(2026, 10, 23 + day, hour, 30) - offsetMin * 60_000).toISOString(),
  offsetMin,
});
const pattern = (...moments: readonly ReturnType<typeof moment>[]) => weekPattern(hoursOfWeek(moments));

describe('the hours of the week', () => {
  it('count on the clock where it happened, from Monday', () => {
    const week = hoursOfWeek([moment(0, 8), moment(0, 8), moment(6, 23), moment(2, 0, -480)]);
    expect(week[0]?.[8]).toBe(2);
    expect(week[6]?.[23]).toBe(1);
    expect(week[2]?.[0]).toBe(1);
    expect(week.flat().reduce((all, one) => all + one, 0)).toBe(4);
    expect(week.map((day) => day.length)).toEqual([24, 24, 24, 24, 24, 24, 24]);
  });
  it('put a moment shortly before midnight UTC on the day it was there', () => {
    const week = hoursOfWeek([{ at: '2026-11-23T23:30:00.000Z', offsetMin: BERLIN }]);
    expect(week[1]?.[0]).toBe(1);
  });
});

describe('the pattern of the week', () => {
  it('says nothing of a few', () => {
    expect(pattern(moment(0, 8), moment(0, 9), moment(0, 10))).toEqual({ kind: 'too-few', count: 3, of: 3 });
  });
  it('finds three hours of one day', () => {
    expect(pattern(moment(0, 8), moment(7, 9), moment(14, 10), moment(21, 8), moment(3, 15))).toEqual({
      kind: 'day-hours',
      day: 0,
      from: 8,
      to: 11,
      count: 4,
      of: 5,
    });
  });
  it('names only hours in which it happened', () => {
    expect(pattern(moment(4, 14), moment(11, 14), moment(18, 14), moment(25, 14))).toEqual({
      kind: 'day-hours',
      day: 4,
      from: 14,
      to: 15,
      count: 4,
      of: 4,
    });
  });
  it('finds a day where the hours differ', () => {
    expect(pattern(moment(1, 7), moment(8, 12), moment(15, 17), moment(22, 21), moment(4, 9))).toEqual({
      kind: 'day',
      day: 1,
      count: 4,
      of: 5,
    });
  });
  it('finds hours where the days differ', () => {
    expect(pattern(moment(0, 8), moment(1, 9), moment(2, 10), moment(3, 8), moment(4, 16))).toEqual({
      kind: 'hours',
      from: 8,
      to: 11,
      count: 4,
      of: 5,
    });
  });
  it('admits that there is none', () => {
    expect(pattern(moment(0, 3), moment(1, 9), moment(2, 14), moment(3, 19), moment(5, 22))).toEqual({
      kind: 'spread',
      count: 0,
      of: 5,
    });
  });
});
