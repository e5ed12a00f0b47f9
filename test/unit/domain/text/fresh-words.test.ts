import { describe, expect, it } from 'vitest';
import { freshWords } from '../../../../lib/domain/text/fresh-words.ts';

describe('what is new in an answer', () => {
  it.each([
    ['Fixed.\r\n\r\nOn Mon, 23 Nov 2026 at 14:02, Anna <anna@example.org> wrote:\r\n> It fails', 'Fixed.'],
    ['Behoben.\n\nAm 23.11.2026 um 14:02 schrieb Anna:\n> Es geht nicht', 'Behoben.'],
    ['Done\n-----Original Message-----\nFrom: Anna', 'Done'],
    ['Done\n-- \nJörg Support', 'Done'],
    ['> It fails\nWhich browser?\n> Firefox', 'Which browser?'],
    ['Von: Anna\nGesendet: Montag', 'Von: Anna\nGesendet: Montag'],
    ['One\n\n\n\nTwo', 'One\n\nTwo'],
  ])('%j', (text, fresh) => {
    expect(freshWords(text)).toBe(fresh);
  });

  it('takes no time over a line that nearly is a quote', () => {
    const before = performance.now();
    freshWords(`On ${'a '.repeat(200_000)}\nAm ${'b'.repeat(200_000)}`);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
