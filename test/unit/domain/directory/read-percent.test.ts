import { describe, expect, it } from 'vitest';
import { milliPercentText, readMilliPercent } from '../../../../lib/domain/directory/read-percent.ts';

describe('a share as people write it', () => {
  it.each([
    ['99.9', 99_900],
    ['99,95 %', 99_950],
    [' 100% ', 100_000],
    ['0.005', 5],
    ['0', 0],
  ])('%s is understood', (typed, milli) => {
    expect(readMilliPercent(typed)).toBe(milli);
  });

  it.each(['', '100.001', '99.9999', '-1', '1e2', '99.', '.9', 'ninety', '9 9'])('“%s” is not', (typed) => {
    expect(readMilliPercent(typed)).toBeNull();
  });

  it('is written so that it can be read again', () => {
    for (const milli of [5, 99_900, 99_999, 100_000, 50_050])
      for (const decimal of ['.', ','] as const)
        expect(readMilliPercent(milliPercentText(milli, decimal))).toBe(milli);
    expect(milliPercentText(99_950, ',')).toBe('99,95');
  });
});
