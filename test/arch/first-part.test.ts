import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, readSources } from './source-file.ts';
import type { Node, SourceFile } from './source-file.ts';

/** What the first part of the background must do without, so that it is there at once (docs/decisions/0020). */
const HEAVY: readonly RegExp[] = [
  /^zod/,
  /^dexie$/,
  /^lib\/domain\/z\.ts$/,
  /^lib\/storage\//,
  /^lib\/i18n\//,
];

/** Modules whose code a file loads with itself: not types, which are gone in the build. */
function loadedBy(file: SourceFile): readonly string[] {
  return file.nodes.flatMap((node) => {
    if (node.type !== 'ImportDeclaration' && node.type !== 'ExportNamedDeclaration') return [];
    const source = node['source'] as Node | null | undefined; // as: both kinds have a source, or null
    const kind = node['importKind'] ?? node['exportKind'];
    return typeof source?.['value'] === 'string' && kind !== 'type' ? [source['value']] : [];
  });
}

/** Every path from the entry to something heavy, and how many files were looked at. */
function heavyFrom(entry: string, files: readonly SourceFile[]) {
  const known = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: string): void => {
    if (HEAVY.some((heavy) => heavy.test(path))) found.push(`${way} → ${path}`);
    const file = known.get(path);
    if (!file || seen.has(path)) return;
    seen.add(path);
    for (const specifier of loadedBy(file)) {
      const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
      visit(target, `${way} → ${path}`);
    }
  };
  visit(entry, '');
  return { found, looked: seen.size };
}

describe('the first part of the background', () => {
  const files = readSources(['lib', 'entrypoints']);

  it('loads no database, no schemas and no dictionaries', () => {
    const { found, looked } = heavyFrom('entrypoints/background.ts', files);
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThan(10);
  });

  it('is told apart from the rest, which does', () => {
    expect(heavyFrom('entrypoints/background-rest.ts', files).found).not.toEqual([]);
  });

  it.each(['lib/domain/z.ts', 'lib/storage/store-core.ts'])(
    'would notice %s behind another file',
    (heavy) => {
      const seeded = [
        parse('entrypoints/background.ts', `import { a } from '../lib/app/first/a.ts'; a();`),
        parse('lib/app/first/a.ts', `import { b } from '../../../${heavy}'; export const a = b;`),
      ];
      expect(heavyFrom('entrypoints/background.ts', seeded).found).toHaveLength(1);
      const typesOnly = [
        seeded[0],
        parse('lib/app/first/a.ts', `import type { B } from '../../../${heavy}';`),
      ];
      expect(
        heavyFrom(
          'entrypoints/background.ts',
          typesOnly.flatMap((file) => file ?? []),
        ).found,
      ).toEqual([]);
    },
  );
});
