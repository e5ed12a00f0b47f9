import { describe, expect, it } from 'vitest';
import {
  daysBefore,
  isBackedUp,
  isKept,
  monthsBefore,
  NO_RULE,
  readRule,
  untouchedSince,
} from '../../../../lib/domain/issue/retention.ts';

const at = (text: string): number => Date.parse(text);
const text = (ms: number): string => new Date(ms).toISOString();

describe('how long ago', () => {
  it.each([
    ['2026-11-29T12:00:00Z', 12, 'UTC', '2025-11-29T00:00:00.000Z'],
    // Late in the evening in UTC it is tomorrow in Berlin, and still yesterday in Los Angeles early in the morning.
    ['2026-11-29T23:30:00Z', 12, 'Europe/Berlin', '2025-11-29T23:00:00.000Z'],
    ['2026-11-29T07:30:00Z', 12, 'America/Los_Angeles', '2025-11-28T08:00:00.000Z'],
    // Six months before the last of August there are fewer days.
    ['2026-08-31T12:00:00Z', 6, 'UTC', '2026-02-28T00:00:00.000Z'],
    ['2024-08-31T12:00:00Z', 6, 'UTC', '2024-02-29T00:00:00.000Z'],
    // Over the end of a year, and into summer time.
    ['2027-01-15T12:00:00Z', 6, 'Europe/Berlin', '2026-07-14T22:00:00.000Z'],
    ['2026-12-31T12:00:00Z', 24, 'UTC', '2024-12-31T00:00:00.000Z'],
  ])('at %s, %i months in %s: %s', (now, months, zone, start) => {
    expect(text(monthsBefore(at(now), months, zone))).toBe(start);
  });

  it.each([
    ['2026-03-29T12:00:00Z', 1, 'Europe/Berlin', '2026-03-27T23:00:00.000Z'],
    ['2026-03-30T12:00:00Z', 1, 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30T12:00:00Z', 0, 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ])('at %s, %i days in %s: %s', (now, days, zone, start) => {
    expect(text(daysBefore(at(now), days, zone))).toBe(start);
  });
});

describe('what falls under a rule', () => {
  const row = { lastAt: '2025-01-01T00:00:00.000Z', changedAt: '2025-06-01T00:00:00.000Z' };

  it('was neither seen nor written about since, to the millisecond', () => {
    expect(untouchedSince(row, at('2025-06-01T00:00:00.001Z'))).toBe(true);
    expect(untouchedSince(row, at('2025-06-01T00:00:00.000Z'))).toBe(false);
    expect(untouchedSince({ ...row, lastAt: '2025-07-01T00:00:00.000Z' }, at('2025-06-02T00:00:00Z'))).toBe(
      false,
    );
  });

  it('is in a backup that was noted a day later or more', () => {
    expect(isBackedUp(row, null)).toBe(false);
    expect(isBackedUp(row, at('2025-06-01T23:59:59.999Z'))).toBe(false);
    expect(isBackedUp(row, at('2025-06-02T00:00:00.000Z'))).toBe(true);
  });

  it.each([
    [['Keep'], true],
    [['x', ' behalten '], true],
    [['keeper', 'upkeep'], false],
    [[], false],
  ])('leaves %j alone: %s', (labels, kept) => {
    expect(isKept({ labels })).toBe(kept);
  });
});

describe('a rule as it was kept', () => {
  const rule = { months: 12, days: 30, withoutBackup: false };
  it('is read back, and anything else is no rule', () => {
    expect(readRule(rule)).toEqual(rule);
    for (const wrong of [
      undefined,
      null,
      'on',
      {},
      { ...rule, months: 5 },
      { ...rule, days: 6 },
      { ...rule, days: -1 },
    ])
      expect(readRule(wrong)).toEqual(NO_RULE);
    expect(readRule({ ...rule, months: 0.5 })).toEqual(NO_RULE);
  });
});
