import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/setup.mjs';
import { bundle } from '../support/bundle.ts';
import { latestVersion, MIGRATIONS } from '../../lib/storage/migrations/registry.ts';
import { SEED_VERSION } from './seed-entries.ts';

/** What a kept profile depends on besides its size: schema, seed and how rows are projected. */
const SHAPES = [
  'lib/storage/project.ts',
  'lib/storage/texts.ts',
  'lib/storage/counters.ts',
  'lib/domain/issue/print.ts',
  'lib/domain/issue/print-keys.ts',
  'lib/domain/issue/row-of.ts',
];

let script: Promise<string> | null = null;

/** The code that fills and searches logs, for the page: `casebookBench.fill(…)`. */
export function seedScript(): Promise<string> {
  script ??= bundle(join(ROOT, 'test/bench/in-page.ts'), 'casebookBench');
  return script;
}

let again: Promise<string> | null = null;

/** The code that records and looks for the same, for the page: `casebookAgain.suggest(…)`. */
export function againScript(): Promise<string> {
  again ??= bundle(join(ROOT, 'test/bench/again-in-page.ts'), 'casebookAgain');
  return again;
}

export async function seedVersion(wanted: readonly object[]): Promise<string> {
  const shapes = await Promise.all(SHAPES.map((file) => readFile(join(ROOT, file), 'utf8')));
  const all = [latestVersion(MIGRATIONS), SEED_VERSION, JSON.stringify(wanted), ...shapes];
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 12);
}
