import { describe, expect, it } from 'vitest';
import { highlightParts } from '../../../lib/app/log/highlight.ts';
import { termsOf } from '../../../lib/app/log/terms.ts';

const hits = (text: string, search: string): readonly string[] =>
  highlightParts(text, termsOf(search))
    .filter(({ hit }) => hit)
    .map((part) => part.text);

describe('highlightParts', () => {
  it('marks what the search found, as it is written', () => {
    expect(hits('Straße gesperrt, STRASSE zu', 'strasse')).toEqual(['Straße', 'STRASSE']);
    expect(hits('Éclair élan', 'el')).toEqual(['él']);
    expect(hits('Ｆｕｌｌ width', 'full')).toEqual(['Ｆｕｌｌ']);
  });
  it('marks several words, also where they touch', () => {
    expect(hits('Rechnungsliste', 'rechnung liste')).toEqual(['Rechnung', 'liste']);
    expect(hits('abab', 'ab')).toEqual(['abab']);
  });
  it('does not join words across a space', () => {
    expect(hits('ab cd', 'bc')).toEqual([]);
  });
  it('loses no character', () => {
    const text = 'a👨‍👩‍👧b ﬁ İ ẞ\u0301';
    expect(
      highlightParts(text, termsOf('fi b'))
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
