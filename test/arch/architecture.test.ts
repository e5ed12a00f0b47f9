import { describe, expect, it } from 'vitest';
import { noHoles, oneDoorToTheDatabase, typeAssertions } from './rules/escape-hatches.ts';
import { namedExports, noBarrels } from './rules/exports.ts';
import { fileNames, size } from './rules/files.ts';
import { imports } from './rules/imports.ts';
import { regularExpressions, sinks } from './rules/sinks.ts';
import type { Rule } from './rule.ts';
import { parse, readSources } from './source-file.ts';

const RULES: Readonly<Record<string, Rule>> = {
  imports,
  namedExports,
  noBarrels,
  size,
  fileNames,
  sinks,
  regularExpressions,
  typeAssertions,
  noHoles,
  oneDoorToTheDatabase,
};

const PRODUCT = readSources(['lib', 'components', 'entrypoints']);

describe('the scan', () => {
  it('sees every layer', () => {
    for (const layer of [
      'lib/domain/',
      'lib/storage/',
      'lib/capture/',
      'lib/export/',
      'lib/i18n/',
      'lib/app/',
      'components/',
      'entrypoints/',
    ]) {
      expect(PRODUCT.filter((file) => file.path.startsWith(layer)).length, layer).toBeGreaterThan(0);
    }
    expect(PRODUCT.length).toBeGreaterThan(50);
  });
});

describe.each(Object.entries(RULES))('%s', (_, rule) => {
  it(`holds everywhere: ${rule.promise}`, () => {
    let looked = 0;
    const faults = PRODUCT.flatMap((file) => rule.check(file, () => (looked += 1)));
    expect(faults).toEqual([]);
    expect(looked, 'a rule that examined nothing proves nothing').toBeGreaterThan(0);
  });

  it.each(rule.bad.map((sample) => [sample.path, sample.text.split('\n')[0], sample] as const))(
    'reports the seeded violation in %s: %s',
    (_path, _text, sample) => {
      expect(rule.check(parse(sample.path, sample.text), () => {})).toHaveLength(1);
    },
  );

  it.each(rule.good.map((sample) => [sample.path, sample.text.split('\n')[0], sample] as const))(
    'accepts %s: %s',
    (_path, _text, sample) => {
      expect(rule.check(parse(sample.path, sample.text), () => {})).toEqual([]);
    },
  );
});
