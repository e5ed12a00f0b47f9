import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../../lib/domain/directory/read-duration.ts';
import { quickestMs } from '../../../support/quick.ts';

const read = (typed: string) => {
  const result = readDuration(typed);
  return result.ok ? result.minutes : result.problem;
};

describe('a duration that somebody typed', () => {
  it.each([
    ['', null],
    ['30 min', 30],
    ['30min', 30],
    ['4 h', 240],
    ['4h', 240],
    ['1.5 h', 90],
    ['1,5 Std.', 90],
    ['2 h 30 min', 150],
    ['1:30', 90],
    ['16 hours', 960],
    ['8 Stunden', 480],
    ['0.5 min', 1],
  ])('“%s” is %s minutes', (typed, minutes) => expect(read(typed)).toBe(minutes));

  it.each([
    ['4', 'unit'],
    ['1.5', 'unit'],
    ['2 days', 'days'],
    ['2 Tage', 'days'],
    ['1 week', 'days'],
    ['soon', 'unreadable'],
    ['4 x', 'unreadable'],
    ['-4 h', 'unreadable'],
    ['0 min', 'zero'],
    ['0:00', 'zero'],
    ['99999 h', 'too_long'],
    ['1e3 h', 'unreadable'],
  ])('“%s” is refused: %s', (typed, problem) => expect(read(typed)).toBe(problem));

  it('is read in linear time', async () => {
    const work = (): void => {
      readDuration(`${'1 h '.repeat(5000)}!`);
      readDuration('9'.repeat(20_000));
    };
    expect(await quickestMs(work, 500)).toBeLessThan(500);
  });
});
