import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenOf } from '../../../components/issue/when-text.ts';

/** A Tuesday. */
const NOW = new Date(2026, 10, 24, 14, 5, 30);
const local = (...parts: [number, number, number, number, number]) => new Date(...parts);
const told = (text: string) => {
  const found = whenOf(text, NOW);
  return found === null ? null : ([found.at, found.plusMinusMin] as const);
};

describe('when something happened, as people type it', () => {
  it.each([
    ['', NOW, 0],
    ['now', NOW, 0],
    ['jetzt', NOW, 0],
    ['10:15', local(2026, 10, 24, 10, 15), 0],
    ['um 10 Uhr', local(2026, 10, 24, 10, 0), 0],
    ['10.15 Uhr', local(2026, 10, 24, 10, 15), 0],
    ['2:30 pm', local(2026, 10, 23, 14, 30), 0],
    ['12 am', local(2026, 10, 24, 0, 0), 0],
    ['about 10', local(2026, 10, 24, 10, 0), 30],
    ['about 10, ± 30 min', local(2026, 10, 24, 10, 0), 30],
    ['gegen 10 ±45', local(2026, 10, 24, 10, 0), 45],
    ['ca. 10:10', local(2026, 10, 24, 10, 10), 10],
    ['~9:30 +-1h', local(2026, 10, 24, 9, 30), 60],
    ['9:30 +/- 2 Std', local(2026, 10, 24, 9, 30), 120],
    ['yesterday 9:30', local(2026, 10, 23, 9, 30), 0],
    ['gestern um 9', local(2026, 10, 23, 9, 0), 0],
    ['vorgestern, 23:59', local(2026, 10, 22, 23, 59), 0],
    ['Mon 14:00', local(2026, 10, 23, 14, 0), 0],
    ['Dienstag 15:00', local(2026, 10, 17, 15, 0), 0],
    ['Di 13:00', local(2026, 10, 24, 13, 0), 0],
    ['23.11. 8 Uhr', local(2026, 10, 23, 8, 0), 0],
    ['23.11.2025 08:00', local(2025, 10, 23, 8, 0), 0],
    ['3 Nov 8:00', local(2026, 10, 3, 8, 0), 0],
    ['3. Dezember 8:00', local(2025, 11, 3, 8, 0), 0],
    ['2026-11-20 17:45', local(2026, 10, 20, 17, 45), 0],
    ['2026-11-20T17:45', local(2026, 10, 20, 17, 45), 0],
    ['2 h ago', new Date(NOW.getTime() - 2 * 3_600_000), 0],
    ['vor 20 Minuten', new Date(NOW.getTime() - 20 * 60_000), 0],
    ['-5 min', new Date(NOW.getTime() - 5 * 60_000), 0],
    ['about 2 hours ago', new Date(NOW.getTime() - 2 * 3_600_000), 30],
    ['3 days ago', new Date(NOW.getTime() - 3 * 86_400_000), 720],
    ['yesterday', local(2026, 10, 23, 12, 0), 720],
    ['gestern ± 2 h', local(2026, 10, 23, 12, 0), 120],
  ])('“%s”', (text, at, around) => {
    expect(told(text)).toEqual([at, around]);
  });

  it('takes a time that is still to come today as that of yesterday', () => {
    expect(told('23:00')).toEqual([local(2026, 10, 23, 23, 0), 0]);
  });

  it.each([
    'soon',
    '25:00',
    '10:75',
    '10 11',
    '13 pm',
    'yesterday today',
    'vor Tagen',
    '2 h ago 10:00',
    '31.13.',
    'x',
  ])('does not guess what “%s” means', (text) => expect(told(text)).toBeNull());

  it('ends on any text, and never in the future unless a date says so', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const found = whenOf(text, NOW);
        if (found !== null) expect(Number.isNaN(found.at.getTime())).toBe(false);
      }),
    );
  });
});
