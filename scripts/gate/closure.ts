import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface BuiltFile {
  /** Path inside the built extension, with forward slashes. */
  readonly name: string;
  readonly text: string;
}

/** The file a literal import in built code names; null for what is not a file of ours. */
function target(specifier: string, from: string): string | null {
  if (specifier.startsWith('/')) return specifier.slice(1);
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  return null;
}

function importsOf(name: string, text: string): readonly string[] {
  const { module } = parseSync(name, text);
  const literal = /^\s*(["'`])(.*)\1\s*$/s;
  const dynamic = module.dynamicImports.map((found) => {
    const source = text.slice(found.moduleRequest.start, found.moduleRequest.end);
    const specifier = literal.exec(source)?.[2];
    if (specifier === undefined) throw new Error(`${name} imports something computed: ${source}`);
    return specifier;
  });
  const fixed = module.staticImports.map((found) => found.moduleRequest.value);
  const again = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  return [...fixed, ...again, ...dynamic];
}

/** Styles that Vite's own helper adds to the page before a lazily loaded script runs: paths inside the extension. */
function stylesAhead(text: string): readonly string[] {
  const list = /\bm\.f=\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+\.css)"/g)].map((found) => `/${found[1] ?? ''}`);
}

/** Scripts and styles a page asks for. Our own built HTML, so a plain pattern is enough. */
function filesOfPage(html: string): readonly string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const address = /\b(?:src|href)=["']([^"']+\.(?:js|css))["']/.exec(tag)?.[1];
    return address === undefined ? [] : [address];
  });
}

/**
 * Every script and style that can be reached from a page or script, lazily loaded ones included. The files of `without` are
 * not entered.
 */
export async function closure(
  folder: string,
  entry: string,
  without: (name: string) => boolean = () => false,
): Promise<readonly BuiltFile[]> {
  const seen = new Map<string, BuiltFile>();
  const queue = [entry];
  while (queue.length > 0) {
    const name = relative('.', queue.pop() ?? '').replaceAll('\\', '/');
    if (seen.has(name) || without(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    seen.set(name, { name, text });
    const next = name.endsWith('.html')
      ? filesOfPage(text)
      : name.endsWith('.js')
        ? [...importsOf(name, text), ...stylesAhead(text)]
        : [];
    for (const specifier of next) {
      const file = target(specifier, name);
      if (file !== null) queue.push(file);
    }
  }
  return [...seen.values()];
}
