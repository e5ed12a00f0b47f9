import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../../../lib/domain/directory/glob.ts';
import { systemOf } from '../../../../lib/domain/directory/system-of.ts';
import type { AddressPattern, System } from '../../../../lib/domain/directory/system.ts';

const system = (name: string, ...patterns: (readonly [AddressPattern['kind'], string])[]): System => ({
  id: name,
  name,
  patterns: patterns.map(([kind, pattern]) => ({ kind, pattern })),
  environment: 'prod',
  criticality: 2,
  aliases: [],
});

const SYSTEMS = [
  system('glob', ['glob', '*.acme.example']),
  system('long glob', ['glob', 'portal*.acme.example/app/*']),
  system('suffix', ['hostSuffix', 'acme.example']),
  system('long suffix', ['hostSuffix', '.eu.acme.example']),
  system('host', ['host', 'portal.acme.example']),
  system('port', ['host', 'portal.acme.example:8443']),
  system('prefix', ['urlPrefix', 'https://portal.acme.example/app']),
  system('long prefix', ['urlPrefix', 'portal.acme.example/app/orders/']),
  system('umlaut', ['host', 'BÜCHER.example']),
];

const named = (address: string, systems = SYSTEMS): string => {
  const found = systemOf(systems, address);
  if (found.kind === 'one') return found.system.name;
  return found.kind === 'ask' ? `ask: ${found.systems.map(({ name }) => name).join(', ')}` : 'none';
};

describe('the system of an address', () => {
  it.each([
    ['https://portal.acme.example/app/orders/7', 'long prefix'],
    ['https://portal.acme.example/app', 'prefix'],
    ['https://portal.acme.example/app?tab=1#top', 'prefix'],
    ['https://portal.acme.example/application', 'host'],
    ['http://portal.acme.example/app', 'host'],
    ['https://portal.acme.example:8443/', 'port'],
    ['https://PORTAL.acme.example/', 'host'],
    ['https://mail.acme.example/', 'suffix'],
    ['https://acme.example/', 'suffix'],
    ['https://a.eu.acme.example/', 'long suffix'],
    ['https://notacme.example/', 'none'],
    ['https://xn--bcher-kva.example/', 'umlaut'],
    ['about:blank', 'none'],
    ['no address', 'none'],
  ])('%s: %s', (address, name) => {
    expect(named(address)).toBe(name);
  });

  it('is the longest of globs when nothing is more specific', () => {
    const globs = SYSTEMS.slice(0, 2);
    expect(named('https://portal2.acme.example/app/x', globs)).toBe('long glob');
    expect(named('https://portal2.acme.example/', globs)).toBe('glob');
  });

  it('is asked when two fit equally well, and not when both patterns are of one system', () => {
    const twins = [
      system('a', ['host', 'x.example'], ['host', 'x.example']),
      system('b', ['host', 'x.example']),
    ];
    expect(named('https://x.example/', twins)).toBe('ask: a, b');
    expect(named('https://x.example/', twins.slice(0, 1))).toBe('a');
  });
});

describe('a glob', () => {
  it('matches as a regular expression of the same meaning would', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', 'aab', '.', '*', '**');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 24 }),
        (glob, text) => {
          const pattern = glob.join('');
          const same = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*')}$`);
          expect(matchesGlob(text.join(''), pattern)).toBe(same.test(text.join('')));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion to the text, however it is made', () => {
    const time = (size: number) => {
      const [text, glob] = ['a'.repeat(size), `*${'a'.repeat(size / 4)}b*${'a*'.repeat(200)}b`];
      const before = process.cpuUsage();
      for (let i = 0; i < 20; i += 1) matchesGlob(`${text}b`, glob);
      const { user, system: own } = process.cpuUsage(before);
      return user + own;
    };
    time(8_000);
    // Eight times the text: not 64 times the work.
    expect(time(64_000)).toBeLessThan(24 * Math.max(2_000, time(8_000)));
  });
});
