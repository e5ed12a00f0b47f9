import { describe, expect, it } from 'vitest';
import { isAroundTheClock, weekGroups, weekMinutes } from '../../../../lib/domain/directory/week-words.ts';
import { WEEKDAYS } from '../../../../lib/domain/time/calendar.ts';

const office: [string, string][] = [['09:00', '17:00']];
const whole: [string, string][] = [['00:00', '24:00']];

describe('a week in words', () => {
  it('puts days together that have the same hours and follow each other', () => {
    expect(weekGroups({ mon: office, tue: office, thu: office, fri: office, sat: whole })).toEqual([
      { from: 'mon', to: 'tue', hours: '09:00–17:00' },
      { from: 'thu', to: 'fri', hours: '09:00–17:00' },
      { from: 'sat', to: 'sat', hours: '00:00–24:00' },
    ]);
    expect(weekGroups({})).toEqual([]);
  });
  it('counts its hours, and knows a week without an end', () => {
    expect(weekMinutes({ mon: office, fri: office })).toBe(960);
    expect(isAroundTheClock(Object.fromEntries(WEEKDAYS.map((day) => [day, whole])))).toBe(true);
    expect(isAroundTheClock({ mon: whole })).toBe(false);
  });
});
