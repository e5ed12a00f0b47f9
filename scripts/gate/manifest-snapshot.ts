import { readFile, writeFile } from 'node:fs/promises';
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

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with a manifest, whatever its snapshot says. */
export function manifestFaults(manifest: Json): readonly string[] {
  const faults: string[] = [];
  const asked = Array.isArray(manifest['permissions']) ? manifest['permissions'].map(String).toSorted() : [];
  if (JSON.stringify(asked) !== JSON.stringify(PERMISSIONS))
    faults.push(`permissions are ${asked.join(', ')}`);
  for (const key of FORBIDDEN) if (key in manifest) faults.push(`${key} must not be there`);
  const csp = JSON.stringify(manifest['content_security_policy']);
  if (csp !== JSON.stringify({ extension_pages: CSP })) faults.push(`the content security policy is ${csp}`);
  if (manifest['incognito'] !== 'not_allowed') faults.push('private windows must be refused');
  if (manifest['manifest_version'] !== 3) faults.push('manifest_version must be 3');
  return faults;
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
    for (const fault of faults) console.log(`${browser} manifest: ${fault}`);
    if (snapshot !== text) console.log(`expected:\n${snapshot}\nbuilt:\n${text}`);
    if (faults.length > 0) code = 1;
  }
  return code;
}
