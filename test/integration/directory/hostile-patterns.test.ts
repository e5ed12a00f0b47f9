import { describe, expect, it } from 'vitest';
import { createDirectoryFileService } from '../../../lib/app/directory/directory-file-service.ts';
import { readPattern } from '../../../lib/domain/directory/read-pattern.ts';
import { patternAt } from '../../../lib/domain/directory/system-of.ts';
import { office } from '../../support/accounts.ts';
import { heapGrowth } from '../../support/heap.ts';
import { shownBy } from '../../support/ledgers.ts';

/** Takes for ever as a regular expression against many a. */
const SLOW = '(a+)+$';
const LONG = 100_000;

const system = (id: string, patterns: readonly Readonly<{ kind: string; pattern: string }>[]) => ({
  id,
  name: id,
  patterns,
  environment: 'prod',
  criticality: 2,
  aliases: [],
});

function fileOf(systems: readonly unknown[]): Blob {
  const head = { format: 'casebook-directory/1', madeAt: '2026-11-28T12:00:00.000Z' };
  return new Blob([
    JSON.stringify({ ...head, application: { name: 'Casebook', version: '0.1.0' }, systems }),
  ]);
}

describe('I27: a list of addresses that is made to hang', () => {
  it.each([
    ['one pattern of 100,000 characters', [{ kind: 'glob', pattern: SLOW.repeat(LONG / SLOW.length) }]],
    ['one that is all stars', [{ kind: 'glob', pattern: '*'.repeat(LONG) }]],
    [
      'more patterns than a system has',
      Array.from({ length: LONG / 6 }, () => ({ kind: 'glob', pattern: SLOW })),
    ],
  ])('is refused by the name of the system: %s', async (_, patterns) => {
    const lab = office(1);
    const service = createDirectoryFileService({
      directory: lab.directory,
      now: lab.deps.now,
      version: '0.1.0',
      download: () => undefined,
    });
    const before = await shownBy(lab.store);
    const good = system('s-good', [{ kind: 'glob', pattern: SLOW }]);
    const file = fileOf([system('s-bad', patterns), good]);
    const { result, ms, mb } = await heapGrowth(() => service.inspect(file));
    expect(ms).toBeLessThan(2000);
    expect(mb).toBeLessThan(300);
    expect(result).toMatchObject({ ok: true, refused: [{ kind: 'system', name: 's-bad' }] });
    expect(result.ok && result.fresh).toHaveLength(1);
    expect(await shownBy(lab.store)).toEqual(before);
  });

  it.each(['glob', 'host', 'hostSuffix', 'urlPrefix'] as const)(
    'is taken letter by letter and never as a regular expression: %s',
    async (kind) => {
      const patterns = [{ kind, pattern: SLOW }];
      const address = `https://${'a'.repeat(60)}.example/${'a'.repeat(LONG)}!`;
      const { result, ms } = await heapGrowth(async () => patternAt({ patterns }, address));
      expect(ms).toBeLessThan(2000);
      expect(result).toBeNull();
    },
  );

  it('is too long or no address where it is typed', () => {
    expect(readPattern(SLOW.repeat(LONG / SLOW.length))).toEqual({ ok: false, problem: 'too_long' });
    expect(readPattern(SLOW)).toMatchObject({ ok: false });
  });

  it('fits what it says and nothing else', () => {
    const patterns = [{ kind: 'glob' as const, pattern: `shop.example/${SLOW}*` }];
    expect(patternAt({ patterns }, `https://shop.example/${SLOW}/1`)).toEqual(patterns[0]);
    expect(patternAt({ patterns }, 'https://shop.example/aaaa')).toBeNull();
  });
});
