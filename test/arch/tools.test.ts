import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './source-file.ts';

/** Files that break one rule each, and what oxlint must say about them. */
const SEEDS: readonly (readonly [path: string, text: string, rule: string])[] = [
  [
    'lib/domain/seed-import.ts',
    `import { a } from '../storage/a.ts';\nexport const b = a;\n`,
    'no-restricted-imports',
  ],
  ['lib/domain/seed-clock.ts', 'export const now = () => new Date();\n', 'no-restricted-globals'],
  ['lib/domain/seed-random.ts', 'export const r = () => Math.random();\n', 'no-restricted-properties'],
  [
    'lib/domain/seed-package.ts',
    `import { signal } from '@preact/signals';\nexport const s = signal;\n`,
    'no-restricted-imports',
  ],
  [
    'lib/storage/seed-import.ts',
    `import { a } from '../capture/a.ts';\nexport const b = a;\n`,
    'no-restricted-imports',
  ],
  [
    'lib/capture/seed-import.ts',
    `import { a } from '../export/a.ts';\nexport const b = a;\n`,
    'no-restricted-imports',
  ],
  [
    'lib/export/seed-import.ts',
    `import { a } from '../storage/a.ts';\nexport const b = a;\n`,
    'no-restricted-imports',
  ],
  [
    'lib/app/seed-import.ts',
    `import Dexie from 'dexie';\nexport const b = Dexie;\n`,
    'no-restricted-imports',
  ],
  ['lib/app/seed-zod.ts', `import { z } from 'zod';\nexport const b = z;\n`, 'no-restricted-imports'],
  [
    'lib/app/seed-polyfill.ts',
    `import b from 'webextension-polyfill';\nexport const c = b;\n`,
    'no-restricted-imports',
  ],
  [
    'components/log/seed-import.ts',
    `import { a } from '../../lib/storage/a.ts';\nexport const b = a;\n`,
    'no-restricted-imports',
  ],
  ['lib/app/seed-default.ts', 'export default 1;\n', 'no-default-export'],
  ['lib/app/seed-any.ts', 'export const a: any = 1;\n', 'no-explicit-any'],
  [
    'lib/app/seed-non-null.ts',
    'export const a = (b: string | null) => b!.length;\n',
    'no-non-null-assertion',
  ],
  ['lib/app/seed-html.ts', 'export const a = (e: Element) => e.innerHTML;\n', 'no-restricted-properties'],
  ['lib/app/seed-parser.ts', 'export const a = () => new DOMParser();\n', 'no-restricted-globals'],
  ['lib/app/seed-floating.ts', 'export function a(): void { Promise.resolve(1); }\n', 'no-floating-promises'],
  [
    'lib/app/seed-cycle-a.ts',
    `import { b } from './seed-cycle-b.ts';\nexport const a = () => b;\n`,
    'no-cycle',
  ],
  [
    'lib/app/seed-cycle-b.ts',
    `import { a } from './seed-cycle-a.ts';\nexport const b = () => a;\n`,
    'no-cycle',
  ],
  ['lib/app/SeedName_wrong.ts', 'export const a = 1;\n', 'filename-case'],
  ['lib/app/seed-long.ts', 'export const a = 1;\n' + '\n// line'.repeat(310), 'max-lines'],
];

const tool = (name: string) => join(ROOT, 'node_modules/.bin', name);

interface Finding {
  readonly code: string;
  readonly filename: string;
}

describe('oxlint with the configuration of the project', () => {
  let findings: readonly Finding[] = [];
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'casebook-lint-'));
    for (const file of ['.oxlintrc.json', 'tsconfig.json'])
      copyFileSync(join(ROOT, file), join(folder, file));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of SEEDS) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { stdout } = spawnSync(tool('oxlint'), ['--format', 'json', '--no-ignore'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const report: { diagnostics: readonly Finding[] } = JSON.parse(stdout);
    findings = report.diagnostics;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SEEDS)('reports %s', (path, _text, rule) => {
    const found = findings.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code);
    expect(found.join(' ')).toContain(rule);
  });
});

describe('the types of the domain', () => {
  it.each([
    ['a page', 'export const a = document.title;\n', 'document'],
    ['Node', 'export const a = process.pid;\n', 'process'],
  ])('do not know %s', (_what, text, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-types-'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(ROOT, 'lib/domain/tsconfig.json'), include: ['./*.ts'] }),
    );
    writeFileSync(join(folder, 'seed.ts'), text);
    const { status, stdout } = spawnSync(tool('tsc'), ['-p', folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(stdout).toContain(`'${name}'`);
    expect(status).not.toBe(0);
  });
});
