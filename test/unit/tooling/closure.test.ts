import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { closure } from '../../../scripts/gate/closure.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function built(files: Record<string, string>): string {
  folder = mkdtempSync(join(tmpdir(), 'casebook-closure-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('what a page can ever load', () => {
  it('follows scripts, styles, imports, re-exports and lazy imports, each once', async () => {
    const files = await closure(
      built({
        'popup.html':
          '<script type="module" src="/chunks/popup.js"></script><link rel="stylesheet" href="/assets/popup.css">',
        'assets/popup.css': 'p{}',
        'chunks/popup.js': 'import{a}from"./a.js";const b=()=>import("./lazy.js");a(b)',
        'chunks/a.js': 'export{a}from"./deep.js"',
        'chunks/deep.js': 'export const a=1',
        'chunks/lazy.js': 'import"./a.js";export const l=1',
        'chunks/other.js': 'export const not=1',
      }),
      'popup.html',
    );
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'assets/popup.css',
      'chunks/a.js',
      'chunks/deep.js',
      'chunks/lazy.js',
      'chunks/popup.js',
      'popup.html',
    ]);
  });

  it('knows the styles that come with a lazily loaded part, and can leave such a part out', async () => {
    const page = built({
      'popup.html': '<script type="module" src="/chunks/popup.js"></script>',
      'assets/Chooser-x.css': 'p{}',
      'chunks/popup.js':
        'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["chunks/Chooser-x.js","assets/Chooser-x.css"])))=>i;import("./Chooser-x.js")',
      'chunks/Chooser-x.js': 'import"./deep.js"',
      'chunks/deep.js': 'export const a=1',
    });
    const names = async (without?: (name: string) => boolean) =>
      (await closure(page, 'popup.html', without)).map(({ name }) => name).toSorted();
    expect(await names()).toEqual([
      'assets/Chooser-x.css',
      'chunks/Chooser-x.js',
      'chunks/deep.js',
      'chunks/popup.js',
      'popup.html',
    ]);
    expect(await names((name) => name.includes('/Chooser-'))).toEqual(['chunks/popup.js', 'popup.html']);
  });

  it('refuses a computed import, because its weight cannot be told', async () => {
    const page = built({ 'background.js': 'const n="x";import("./"+n)' });
    await expect(closure(page, 'background.js')).rejects.toThrow('computed');
  });
});
