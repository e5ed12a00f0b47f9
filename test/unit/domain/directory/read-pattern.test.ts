import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, readPattern } from '../../../../lib/domain/directory/read-pattern.ts';
import { addressPattern } from '../../../../lib/domain/directory/system.ts';
import type { System } from '../../../../lib/domain/directory/system.ts';
import { systemOf } from '../../../../lib/domain/directory/system-of.ts';

const patternOf = (typed: string) => {
  const read = readPattern(typed);
  return read.ok ? `${read.pattern.kind} ${read.pattern.pattern}` : read.problem;
};
const choicesOf = (typed: string) => {
  const read = readPattern(typed);
  return read.ok ? read.choices.map(({ kind, pattern }) => `${kind} ${pattern}`) : [];
};

describe('an address that somebody typed', () => {
  it.each([
    ['portal.acme.example', 'host portal.acme.example'],
    ['  Portal.Acme.Example ', 'host portal.acme.example'],
    ['https://portal.acme.example', 'host portal.acme.example'],
    ['https://portal.acme.example/erp/invoices?id=7&token=abc#top', 'host portal.acme.example'],
    ['https://user:secret@portal.acme.example/', 'host portal.acme.example'],
    ['portal.acme.example/erp', 'urlPrefix portal.acme.example/erp'],
    ['portal.acme.example/erp/index.html', 'urlPrefix portal.acme.example/erp'],
    ['*.acme.example', 'hostSuffix acme.example'],
    ['eu-*.acme.example/app/*', 'glob eu-*.acme.example/app/*'],
    ['http://intranet/', 'host intranet'],
    ['localhost:8080', 'host localhost:8080'],
    ['10.1.2.3:8443', 'host 10.1.2.3:8443'],
    ['bücher.example', 'host bücher.example'],
  ])('%s means %s', (typed, pattern) => expect(patternOf(typed)).toBe(pattern));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['portal acme', 'spaces'],
    ['acme', 'one_word'],
    ['help@acme.example', 'not_an_address'],
    ['ftp://files.acme.example', 'not_web'],
    ['mailto:help@acme.example', 'not_web'],
    ['data:text/html,hello', 'not_web'],
    ['https://', 'not_an_address'],
    ['*', 'too_broad'],
    ['*.com', 'too_broad'],
    ['*.co.uk', 'too_broad'],
    ['https://*', 'too_broad'],
    ['*.*', 'too_broad'],
    [`${'a'.repeat(500)}.example`, 'too_long'],
  ])('“%s” is refused: %s', (typed, problem) => expect(patternOf(typed)).toBe(problem));

  it('can be understood more broadly or more narrowly', () => {
    expect(choicesOf('https://portal.acme.example/erp/list')).toEqual([
      'hostSuffix acme.example',
      'host portal.acme.example',
      'urlPrefix portal.acme.example/erp/list',
    ]);
    expect(choicesOf('acme.co.uk')).toEqual(['hostSuffix acme.co.uk', 'host acme.co.uk']);
    expect(choicesOf('10.1.2.3')).toEqual(['host 10.1.2.3']);
  });

  it('is recognised by every reading of itself', () => {
    const label = fc.stringMatching(/^[a-z]([a-z0-9]{0,8}[a-z0-9])?$/);
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 2, maxLength: 4 }),
        fc.array(label, { maxLength: 3 }),
        (host, path) => {
          const address = `https://${host.join('.')}.example/${path.join('/')}`;
          const read = readPattern(address);
          if (!read.ok) throw new Error(`${address} was refused: ${read.problem}`);
          for (const pattern of read.choices) {
            expect(addressPattern.safeParse(pattern).success).toBe(true);
            const system: System = {
              id: 'a',
              name: 'A',
              patterns: [pattern],
              environment: 'prod',
              criticality: 2,
              aliases: [],
            };
            expect(systemOf([system], address).kind).toBe('one');
          }
        },
      ),
    );
  });

  it('never throws and never gives a pattern that cannot be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const read = readPattern(typed);
        if (read.ok)
          for (const pattern of read.choices) expect(addressPattern.safeParse(pattern).success).toBe(true);
      }),
    );
  });

  it('may stand with others in one field', () => {
    expect(addressesIn(' a.example,b.example\n\nc.example; ')).toEqual([
      'a.example',
      'b.example',
      'c.example',
    ]);
  });
});
