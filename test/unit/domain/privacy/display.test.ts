import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayHost, safeFileName, safeHref, visibleText } from '../../../../lib/domain/privacy/display.ts';
import { STRINGS } from '../../../support/corpus/strings.ts';
import { URLS } from '../../../support/corpus/urls.ts';
import { anyText } from '../../../support/any-text.ts';

describe('visible text', () => {
  it.each([
    ['invoice\u202egpj.exe', 'invoice⟦U+202E⟧gpj.exe'],
    ['a\u2066b\u2069', 'a⟦U+2066⟧b⟦U+2069⟧'],
    ['a\u200bb\u200e\ufeffc', 'a⟦U+200B⟧b⟦U+200E⟧⟦U+FEFF⟧c'],
    ['\u001b[31mred\u009b\u0000\u0008', '⟦U+001B⟧[31mred⟦U+009B⟧⟦U+0000⟧⟦U+0008⟧'],
    ['a\u200db', 'a⟦U+200D⟧b'],
    ['x\u{e0041}y', 'x⟦U+E0041⟧y'],
    ['\ud800', '⟦U+D800⟧'],
    ['a\u2028b', 'a⟦U+2028⟧b'],
  ])('%j shows as %j', (text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it.each(['👨‍👩‍👧‍👦', '👩🏽‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', 'שלום', 'สวัสดี', 'a\nb\tc', 'Donau\u00addampf', 'é'])(
    'leaves %s as it is',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );

  it('is the same twice, and never holds a hidden control', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = visibleText(text);
        expect(visibleText(once)).toBe(once);
        expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]|[^\P{Cc}\n\t]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link', () => {
  it('is made of http and https only', () => {
    const links = URLS.filter(({ input }) => safeHref(input) !== null);
    expect(links.map(({ id }) => id)).toEqual(URLS.filter(({ kind }) => kind === 'web').map(({ id }) => id));
    for (const { input } of links) expect(safeHref(input)).toMatch(/^https?:\/\/[^@/]+\//u);
  });

  it('carries no user name or password', () => {
    expect(safeHref('http://user:pw@host/a?b#c')).toBe('http://host/a?b#c');
  });

  it('shows look-alike hosts as they are', () => {
    expect(displayHost('https://аррӏе.com/x')).toBe('xn--80ak6aa92e.com');
    expect(displayHost('mailto:a@b')).toBeNull();
  });
});

describe('a file name', () => {
  it.each(STRINGS.map((s) => [s.id, s.value] as const))('from %s is safe everywhere', (_, value) => {
    expect(safeFileName(value)).toMatch(/^[a-z0-9_-]{1,80}$/u);
    expect(safeFileName(value)).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/u);
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con_'],
    ['NUL.txt', 'nul-txt'],
    ['Größe & Preis: 5 €', 'groesse-preis-5'],
    ['Çédille', 'cedille'],
    ['', 'untitled'],
    ['مرحبا', 'untitled'],
    ['__proto__', 'proto'],
  ])('%j becomes %j', (text, expected) => {
    expect(safeFileName(text)).toBe(expected);
  });
});
