import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { modulesAreFresh } from '../../../scripts/lib/setup.mjs';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function project(lock: object, installed?: object): string {
  folder = mkdtempSync(join(tmpdir(), 'casebook-setup-'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
  if (installed) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return folder;
}

const lock = {
  '': { name: 'x' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/only-on-mac': { version: '1.0.0', optional: true },
};

describe('installed packages', () => {
  it('are missing in a fresh clone', () => {
    expect(modulesAreFresh(project(lock))).toBe(false);
  });
  it('are stale after the lock file moved on', () => {
    expect(modulesAreFresh(project(lock, { 'node_modules/a': { version: '0.9.0' } }))).toBe(false);
  });
  it('are fresh without the packages of another platform', () => {
    expect(modulesAreFresh(project(lock, { 'node_modules/a': { version: '1.0.0' } }))).toBe(true);
  });
});
