import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../components/providers/board/period.ts';
import type { PeriodKey } from '../../../components/providers/board/period.ts';
import { dateIn } from '../../../lib/domain/accountability/terms-of.ts';

const BERLIN = 'Europe/Berlin';
const now = Date.parse('2026-03-31T22:30:00.000Z'); // 1 April, 00:30 in Berlin

function dates(key: PeriodKey, at = now): readonly [string, string] | null {
  const period = periodOf(key, at, BERLIN);
  return period && [dateIn(BERLIN, period.from), dateIn(BERLIN, period.to)];
}

describe('a period of the scoreboard', () => {
  it.each([
    ['d30', '2026-03-03', '2026-04-02'],
    ['d90', '2026-01-02', '2026-04-02'],
    ['m12', '2025-04-02', '2026-04-02'],
    ['month', '2026-04-01', '2026-04-02'],
    ['lastMonth', '2026-03-01', '2026-04-01'],
    ['quarter', '2026-04-01', '2026-04-02'],
    ['lastQuarter', '2026-01-01', '2026-04-01'],
    ['year', '2026-01-01', '2026-04-02'],
  ] as const)('%s goes from the midnight of %s to that of %s', (key, from, to) => {
    expect(dates(key)).toEqual([from, to]);
  });
  it('begins and ends at midnight of the zone, also across a change of the clocks', () => {
    expect(periodOf('lastMonth', now, BERLIN)).toEqual({
      from: Date.parse('2026-02-28T23:00:00.000Z'),
      to: Date.parse('2026-03-31T22:00:00.000Z'),
    });
  });
  it('goes back over New Year, and all time has no bounds', () => {
    const january = Date.parse('2027-01-15T12:00:00.000Z');
    expect(dates('lastMonth', january)).toEqual(['2026-12-01', '2027-01-01']);
    expect(dates('lastQuarter', january)).toEqual(['2026-10-01', '2027-01-01']);
    expect(dates('all')).toBeNull();
  });
});
