import { posix } from 'node:path';
import { fault, type Rule } from '../rule.ts';
import type { Node, SourceFile } from '../source-file.ts';

interface Layer {
  /** Folders or single files of our own that it may import. */
  readonly own: readonly string[];
  /** npm packages; `name/*` covers the package's subpaths too. */
  readonly npm: readonly string[];
}

/** Who may import whom: the table of docs/architecture.md. The longest matching path is a file's layer. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'lib/domain': { own: ['lib/domain'], npm: ['canonicalize', '@noble/hashes/*'] },
  'lib/domain/z.ts': { own: [], npm: ['zod/mini', 'zod'] },
  'lib/storage': { own: ['lib/domain', 'lib/storage'], npm: ['dexie', 'uuid'] },
  'lib/capture': { own: ['lib/domain', 'lib/capture'], npm: [] },
  'lib/capture/browser.ts': { own: ['lib/domain', 'lib/capture'], npm: ['webextension-polyfill'] },
  'lib/export': {
    own: ['lib/domain', 'lib/export'],
    npm: [
      '@noble/hashes/*',
      '@zip.js/zip.js',
      '@zip.js/zip.js/*',
      'ical.js',
      'papaparse',
      'postal-mime',
      'preact',
      'preact/*',
      'preact-render-to-string',
    ],
  },
  'lib/export/sinks': { own: ['lib/domain', 'lib/export', 'lib/capture/browser.ts'], npm: [] },
  'lib/i18n': { own: ['lib/i18n'], npm: [] },
  'lib/app/client': { own: ['lib/app/client', 'lib/domain', 'lib/i18n', 'lib/capture/browser.ts'], npm: [] },
  'lib/app': {
    own: ['lib/app', 'lib/domain', 'lib/storage', 'lib/capture', 'lib/export', 'lib/i18n'],
    npm: [],
  },
  // The tables of holidays are loaded when somebody looks for them, by the full page only.
  'lib/app/holidays': { own: ['lib/app', 'lib/domain', 'lib/export', 'lib/i18n'], npm: ['date-holidays'] },
  components: {
    own: ['components', 'lib/app', 'lib/domain', 'lib/i18n'],
    npm: [
      'preact',
      'preact/*',
      '@preact/signals',
      'virtua',
      'virtua/*',
      'lucide-preact',
      'lucide-preact/*',
      'wouter-preact',
      'wouter-preact/*',
    ],
  },
  // The only screen that draws on a canvas; nobody else loads that library.
  'components/editor': {
    own: ['components', 'lib/app', 'lib/domain', 'lib/i18n'],
    npm: ['preact', 'preact/*', '@preact/signals', 'lucide-preact', 'konva/*'],
  },
  // The popup opens in a blink because it loads nothing else.
  'components/popup': {
    own: [
      'components/popup',
      'components/issue/chip-text.ts',
      'components/ui',
      'components/state',
      'lib/app/client',
      'lib/domain',
      'lib/i18n',
    ],
    npm: ['preact', 'preact/*', '@preact/signals'],
  },
  'components/ui': {
    own: ['components/ui', 'components/state', 'lib/domain', 'lib/i18n'],
    npm: ['preact', 'preact/*', '@preact/signals', 'lucide-preact', 'lucide-preact/*'],
  },
  // Browser events are listened to in the entrypoint itself, in the first turn of the worker.
  entrypoints: {
    // Scripts that are brought into a page have nothing to do with the background: lib/capture/page is all they are.
    own: ['lib/app', 'components', 'lib/i18n', 'lib/capture/browser.ts', 'lib/capture/page'],
    npm: ['preact', 'wxt/*'],
  },
};

const covers = (allowed: string, path: string) => path === allowed || path.startsWith(`${allowed}/`);

export function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter((layer) => covers(layer, path))
    .toSorted((a, b) => b.length - a.length)[0];
}

function npmAllowed(layer: Layer, name: string): boolean {
  return layer.npm.some((allowed) =>
    allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
  );
}

/** Every module a file names: imports, re-exports, lazy imports. */
export function importsOf(file: SourceFile): readonly { specifier: string; at: number }[] {
  const kinds = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ];
  return file.nodes.flatMap((node) => {
    if (!kinds.includes(node.type)) return [];
    const source = node['source'] as Node | null | undefined; // as: all five kinds have a source, or null
    return typeof source?.['value'] === 'string' ? [{ specifier: source['value'], at: node.start }] : [];
  });
}

export const imports: Rule = {
  promise: 'every import goes down the layers, to an allowed package, and names its file with the ending',
  check(file, looked) {
    const layerName = layerOf(file.path);
    const layer = layerName === undefined ? undefined : LAYERS[layerName];
    if (!layer) return [fault(file, 0, 'belongs to no layer: add its folder to the table')];
    return importsOf(file).flatMap(({ specifier, at }) => {
      looked();
      if (!specifier.startsWith('.')) {
        return npmAllowed(layer, specifier)
          ? []
          : [fault(file, at, `${layerName} may not import ${specifier}`)];
      }
      if (!/\.(ts|tsx|css|json)$/.test(specifier))
        return [fault(file, at, `write the file ending of ${specifier}`)];
      const target = posix.join(posix.dirname(file.path), specifier);
      if (target.endsWith('.css') && covers('components', target)) return [];
      return layer.own.some((allowed) => covers(allowed, target))
        ? []
        : [fault(file, at, `${layerName} may not import ${target}`)];
    });
  },
  bad: [
    { path: 'lib/domain/a.ts', text: `import { x } from '../storage/x.ts';` },
    { path: 'lib/domain/a.ts', text: `import { z } from 'zod/mini';` },
    { path: 'lib/storage/a.ts', text: `import type { x } from '../capture/x.ts';` },
    { path: 'lib/storage/a.ts', text: `export { x } from '../export/x.ts';` },
    { path: 'lib/capture/a.ts', text: `import browser from 'webextension-polyfill';` },
    { path: 'lib/export/a.ts', text: `const x = await import('../storage/x.ts');` },
    { path: 'lib/export/a.ts', text: `import { browser } from '../capture/browser.ts';` },
    { path: 'lib/export/sinks/a.ts', text: `import { x } from '../../capture/screenshot.ts';` },
    { path: 'lib/i18n/a.ts', text: `import { x } from '../domain/x.ts';` },
    { path: 'lib/app/client/a.ts', text: `import { x } from '../log/x.ts';` },
    { path: 'lib/app/a.ts', text: `import { x } from '../../components/x.tsx';` },
    { path: 'lib/app/a.ts', text: `import Dexie from 'dexie';` },
    { path: 'lib/app/a.ts', text: `const x = await import('date-holidays');` },
    { path: 'lib/app/holidays/a.ts', text: `import { x } from '../../storage/x.ts';` },
    { path: 'components/log/a.tsx', text: `import { x } from '../../lib/storage/x.ts';` },
    { path: 'components/log/a.tsx', text: `type X = import('../../lib/export/x.ts').X;` },
    { path: 'components/popup/a.tsx', text: `import { x } from '../../lib/app/log/x.ts';` },
    { path: 'components/popup/a.tsx', text: `import { x } from '../log/x.tsx';` },
    { path: 'components/log/a.tsx', text: `import { Stage } from 'konva/lib/Stage.js';` },
    { path: 'components/ui/a.tsx', text: `import { x } from '../../lib/app/x.ts';` },
    { path: 'entrypoints/background.ts', text: `import { x } from '../lib/storage/x.ts';` },
    { path: 'entrypoints/background.ts', text: `import { x } from '../lib/capture/screenshot.ts';` },
    { path: 'lib/domain/a.ts', text: `import { x } from './b';` },
    { path: 'somewhere/a.ts', text: `export const x = 1;` },
  ],
  good: [
    { path: 'lib/domain/ledger/a.ts', text: `import { z } from '../z.ts';` },
    { path: 'lib/domain/a.ts', text: `import { sha256 } from '@noble/hashes/sha2.js';` },
    { path: 'lib/export/sinks/a.ts', text: `import { browser } from '../../capture/browser.ts';` },
    {
      path: 'components/popup/a.tsx',
      text: `import { x } from '../../lib/app/client/x.ts'; import './popup.css';`,
    },
    { path: 'lib/app/a.ts', text: `import { x } from '../storage/x.ts'; export const y = x;` },
  ],
};
