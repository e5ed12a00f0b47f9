import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/setup.mjs';

export const BUILT = join(ROOT, '.output/chrome-mv3');
/** Outside the checkout: a log of 100,000 issues takes minutes to fill, and every checkout on the machine can use it. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'casebook-bench');

/** Copies of the build, each an extension of its own with its own database, so that all run in one browser at once. */
export const COPIES = [
  'popup',
  'capture-empty',
  'capture-full',
  'log-small',
  'log-large',
  'again-alike',
  'export',
  'backup',
  'restore',
  'editor',
] as const;
export type Copy = (typeof COPIES)[number];

export const folderOf = (copy: Copy | 'blank'): string => join(CACHE, 'copies', copy);
export const PROFILES = join(CACHE, 'profiles');

/** A popup with one word and no script: as fast as a popup can be. */
async function writeBlank(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Blank',
    version: '1.0',
    action: { default_popup: 'popup.html' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const page =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title></head><body>Blank</body></html>';
  await writeFile(join(folder, 'popup.html'), page);
}

/** Makes the copies from what is built now; the databases belong to the folders' names and stay. */
export async function makeCopies(): Promise<void> {
  for (const copy of COPIES) {
    await rm(folderOf(copy), { recursive: true, force: true });
    await cp(BUILT, folderOf(copy), { recursive: true });
  }
  await rm(folderOf('blank'), { recursive: true, force: true });
  await writeBlank(folderOf('blank'));
}
