import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, VARIABLE, type BrowserName } from './find.ts';

type Found = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly sentence: string };

const PACKAGES: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
};

const HOW: Record<BrowserName, string> = {
  chromium: `No Chrome or Chromium was found: install one (Debian and Ubuntu: apt-get install chromium), or name it in ${VARIABLE.chromium}.`,
  firefox: `No Firefox was found: install one (Debian: apt-get install firefox-esr), or name it in ${VARIABLE.firefox}.`,
};

function installOnDebian(name: BrowserName): void {
  console.log(`Installing ${PACKAGES[name].join(' and ')} (apt-get)…`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...PACKAGES[name]], options);
}

/** Finds the browser; on Debian as root installs it when it is missing; otherwise says in one sentence how to get it. */
export async function ensureBrowser(name: BrowserName): Promise<Found> {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env[VARIABLE[name]];
  if (findBrowser(name) === null && mayInstall) installOnDebian(name);
  const path = findBrowser(name);
  return path === null ? { ok: false, sentence: HOW[name] } : { ok: true, path };
}

/** The path, or an error whose message tells how to get the browser: a missing browser fails, it never skips. */
export async function requireBrowser(name: BrowserName): Promise<string> {
  const found = await ensureBrowser(name);
  if (!found.ok) throw new Error(found.sentence);
  return found.path;
}
