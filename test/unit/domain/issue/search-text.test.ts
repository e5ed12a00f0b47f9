import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { priorityOf } from '../../../../lib/domain/issue/priority.ts';
import { foldText, searchTextOf } from '../../../../lib/domain/issue/search-text.ts';
import { entryOf, occurrence } from '../../../support/domain-entries.ts';
import { anyText } from '../../../support/any-text.ts';

describe('folded text', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['Überschrift Çédille', 'uberschrift cedille'],
    ['İstanbul', 'istanbul'],
    ['ﬁle ①', 'file 1'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['a\u0000b\n\tc\u200bd', 'a b cd'],
    ['  two   words ', 'two words'],
    ['\ud800', '\ufffd'],
  ])('%j becomes %j', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('is the same when folded again, and holds no control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the searchable text of an issue', () => {
  it('holds key, words, address, labels, tickets, notes and chips, a field a line', () => {
    const issue = foldIssue(
      [
        occurrence({ n: 1, chips: ['x'], title: 'Bestellübersicht' }),
        entryOf({ kind: 'issue.described', n: 2, body: { text: 'Größe fehlt\nzweite Zeile' } }),
        entryOf({ kind: 'issue.labelled', n: 3, body: { labels: ['Dringend'] } }),
        entryOf({
          kind: 'event',
          n: 4,
          body: { event: 'reported', ticket: 'INC-77', text: 'am Telefon', visibility: 'shared' },
        }),
        entryOf({ kind: 'event', n: 5, body: { event: 'note', text: 'Rückruf', visibility: 'internal' } }),
      ],
      [],
    );
    if (issue === null) throw new Error('The test expected an issue.');
    const text = searchTextOf(issue);
    for (const part of [
      'k7-0001',
      'grosse fehlt zweite zeile',
      'bestellubersicht',
      'portal.example',
      'https://portal.example/orders',
      'dringend',
      'inc-77',
      'am telefon',
      'ruckruf',
      'text of x',
    ]) {
      expect(text.split('\n').filter((line) => line.includes(part))).not.toEqual([]);
    }
    expect(text).not.toContain('\u0000');
  });
});

describe('priority', () => {
  it('is impact plus urgency minus one, once both are known', () => {
    expect(priorityOf(1, 1)).toBe(1);
    expect(priorityOf(3, 3)).toBe(5);
    expect(priorityOf(2, null)).toBeNull();
    expect(priorityOf(null, 2)).toBeNull();
  });
});
