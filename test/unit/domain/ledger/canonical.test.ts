import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalText } from '../../../../lib/domain/ledger/canonical.ts';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('the canonical form', () => {
  it('matches RFC 8785, section 3.2.2: strings', () => {
    const input = {
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\"/',
      literals: [null, true, false],
      numbers: [333333333, 4, 0],
    };
    expect(canonicalText(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333,4,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('matches RFC 8785, section 3.2.3: order of property names by UTF-16 code units', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalText(input)) as object)).toEqual([
      // as: parsed from our own text
      'One', // JavaScript lists whole-number names first; here that is no difference but for the carriage return
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalText(input).startsWith('{"\\r":"Carriage Return","1":"One","\u0080"')).toBe(true);
  });

  it('is UTF-8', () => {
    expect([...canonicalBytes('ü€')]).toEqual([0x22, 0xc3, 0xbc, 0xe2, 0x82, 0xac, 0x22]);
  });

  it('of the parsed canonical form is the same again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalText(value);
        expect(canonicalText(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it('does not depend on the order in which properties were set', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.integer().map((n) => n + 0),
        ),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).toReversed());
          expect(canonicalText(turned)).toBe(canonicalText(value));
        },
      ),
    );
  });

  it('leaves out properties that are undefined', () => {
    expect(canonicalText({ b: 1, a: undefined })).toBe('{"b":1}');
  });

  it.each([
    ['-0', -0],
    ['a fraction', 0.5],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['2^53', 2 ** 53],
    ['a lone surrogate', '\ud800'],
    ['undefined', undefined],
    ['a hole', [undefined]],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('refuses %s, at any depth and with a sentence', (_, value) => {
    expect(() => canonicalText({ a: [value] })).toThrow(/^The .*\.$/u);
  });

  it('refuses a lone surrogate in a property name, and endless nesting', () => {
    expect(() => canonicalText({ '\udc00': 1 })).toThrow('lone surrogate');
    let deep: unknown = 1;
    for (let i = 0; i < 1000; i += 1) deep = [deep];
    expect(() => canonicalText(deep)).toThrow('nested too deeply');
  });

  it('never says the refused value', () => {
    expect(() => canonicalText({ note: 'secret words \ud800' })).toThrow(/^(?!.*secret words)/u);
  });
});
