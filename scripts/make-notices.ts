import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './lib/setup.mjs';

const FILE = join(ROOT, 'THIRD-PARTY-NOTICES.md');

/** Named by a package that is shipped, but only for scripts of its own: none of it is in the extension. */
const NOT_SHIPPED = new Set(['js-yaml', 'argparse', 'lodash', 'prepin']);

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
type Lock = Readonly<{ packages: Readonly<Record<string, Package>> }>;

const HEAD = `# Third-party notices

Casebook itself is under the licence in LICENSE. The built extension contains the packages below, unchanged but bundled and
minified; their sources are on the npm registry under the names and versions given. This file is part of the extension.

The public holidays (date-holidays) are data from Wikipedia under the Creative Commons Attribution-ShareAlike 3.0 licence
(https://creativecommons.org/licenses/by-sa/3.0/); the articles are named in its notice below.
`;

function shipped({ packages }: Lock): string[] {
  const names = new Set<string>();
  const open = Object.keys(packages['']?.dependencies ?? {});
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name) || NOT_SHIPPED.has(name)) continue;
    names.add(name);
    open.push(...Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}));
  }
  return [...names].toSorted((a, b) => (a < b ? -1 : 1));
}

async function noticeOf(name: string): Promise<string> {
  const folder = join(ROOT, 'node_modules', name);
  const files = (await readdir(folder))
    .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
    .toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** The notices of everything that the extension contains; the same text is written once. */
export async function noticesText(): Promise<string> {
  const lock: Lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const byText = new Map<string, string[]>();
  for (const name of shipped(lock)) {
    const { version, license } = lock.packages[`node_modules/${name}`] ?? { version: '?' };
    const notice = await noticeOf(name);
    const heading = `${name} ${version} (${license ?? 'see below'})`;
    byText.set(notice, [...(byText.get(notice) ?? []), heading]);
  }
  const parts = [...byText].map(([notice, headings]) =>
    [
      `## ${headings.join(', ')}`,
      notice === '' ? 'The package comes without a licence text.' : `\`\`\`\n${notice}\n\`\`\``,
    ].join('\n\n'),
  );
  return `${HEAD}\n${parts.join('\n\n')}\n`;
}

/** Writes THIRD-PARTY-NOTICES.md from the packages as they are installed. */
export async function main(): Promise<number> {
  await writeFile(FILE, await noticesText());
  console.log('Written: THIRD-PARTY-NOTICES.md.');
  return 0;
}
