import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../lib/setup.mjs';

/** The only permissions Casebook may ask for. README.md gives the reason of each. */
const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

/** Keys that would give access to pages without a click, or make files of ours loadable by pages. */
const FORBIDDEN = [
  'host_permissions',
  'optional_host_permissions',
  'optional_permissions',
  'content_scripts',
  'web_accessible_resources',
  'sandbox',
];

const BASE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types";
/** Chromium's worker loads the rest of itself through one policy; no page can make it: see `pageFaults`. */
const CHROMIUM = JSON.stringify({ extension_pages: `${BASE} casebook-rest` });
const FIREFOX = JSON.stringify({ extension_pages: `${BASE} 'none'` });

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with a manifest, whatever its snapshot says. */
export function manifestFaults(manifest: Json): readonly string[] {
  const faults: string[] = [];
  const asked = Array.isArray(manifest['permissions']) ? manifest['permissions'].map(String).toSorted() : [];
  if (JSON.stringify(asked) !== JSON.stringify(PERMISSIONS))
    faults.push(`permissions are ${asked.join(', ')}`);
  for (const key of FORBIDDEN) if (key in manifest) faults.push(`${key} must not be there`);
  const csp = JSON.stringify(manifest['content_security_policy']);
  if (csp !== ('browser_specific_settings' in manifest ? FIREFOX : CHROMIUM))
    faults.push(`the content security policy is ${csp}`);
  if (manifest['incognito'] !== 'not_allowed') faults.push('private windows must be refused');
  if (manifest['manifest_version'] !== 3) faults.push('manifest_version must be 3');
  return faults;
}

/** What is wrong with a page: the first thing in its head must take back the one policy the manifest admits. */
export function pageFaults(html: string): readonly string[] {
  return /<head>\s*<meta http-equiv="Content-Security-Policy" content="trusted-types 'none'"/.test(html)
    ? []
    : ['its head must begin with the policy that admits no trusted types'];
}

const pretty = (value: Json) => `${JSON.stringify(value, null, 2)}\n`;

/** Compares the built manifests with their snapshots. `--update` writes the snapshots anew, for a reviewed change. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  for (const browser of ['chrome', 'firefox']) {
    const built: Json = JSON.parse(
      await readFile(join(ROOT, `.output/${browser}-mv3/manifest.json`), 'utf8'),
    );
    // The version moves with every release and says nothing about rights.
    const text = pretty({ ...built, version: '0.0.0' });
    const file = join(ROOT, `test/unit/manifest/${browser}.json`);
    if (args.includes('--update')) await writeFile(file, text);
    const snapshot = await readFile(file, 'utf8').catch(() => '');
    const faults = [...manifestFaults(built), ...(snapshot === text ? [] : ['it differs from its snapshot'])];
    const folder = join(ROOT, `.output/${browser}-mv3`);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.html'));
    if (pages.length === 0) faults.push('no page was built');
    for (const page of pages) {
      const html = await readFile(join(folder, page), 'utf8');
      faults.push(...pageFaults(html).map((fault) => `${page}: ${fault}`));
    }
    for (const fault of faults) console.log(`${browser} manifest: ${fault}`);
    if (snapshot !== text) console.log(`expected:\n${snapshot}\nbuilt:\n${text}`);
    if (faults.length > 0) code = 1;
  }
  return code;
}
