// The part that must work before anything is installed: Node built-ins only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Ends the program with one sentence when this Node is too old for the tools. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  console.error(
    `Casebook needs Node 20.19 or newer, 22.12 or newer, or 24; this is ${process.versions.node}. Install one from your system's packages or nodejs.org.`,
  );
  process.exit(1);
}

/** True when node_modules holds exactly what package-lock.json asks for on this platform. */
export function modulesAreFresh(root = ROOT) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  );
}

/** Runs `npm ci` when node_modules is missing or stale. */
export function ensureModules(root = ROOT) {
  if (modulesAreFresh(root)) return;
  console.log('Installing packages (npm ci)…');
  const result = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (result.status === 0) return;
  console.error(
    'npm ci failed: see its message above; the network or the package registry may be out of reach.',
  );
  process.exit(1);
}

/**
 * Runs one of our TypeScript scripts in a process of its own and returns its exit code.
 * @param {string} file @param {string[]} args
 */
export function runScript(file, args = []) {
  const runner = join(ROOT, 'scripts/run.mjs');
  const result = spawnSync(process.execPath, [runner, file, ...args], { cwd: ROOT, stdio: 'inherit' });
  return result.status ?? 1;
}
