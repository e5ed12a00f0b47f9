import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bin, run } from './process.ts';
import { ROOT } from './setup.mjs';

export type Target = 'chrome' | 'firefox';

const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/manifest.ts',
  'wxt.config.ts',
  'package-lock.json',
];

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Folder of the built extension of one browser. */
export function builtFolder(target: Target): string {
  return join(ROOT, '.output', `${target}-mv3`);
}

/** Builds the extension unless the last build is newer than everything it is made of. */
export async function ensureBuilt(target: Target): Promise<string> {
  const folder = builtFolder(target);
  const manifest = join(folder, 'manifest.json');
  const changed = Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > changed) return folder;
  const [command, args] = bin('wxt', target === 'firefox' ? ['build', '-b', 'firefox'] : ['build']);
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(`The extension could not be built for ${target}:\n${output}`);
  return folder;
}
