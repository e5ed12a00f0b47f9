import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { manifestFor } from './scripts/manifest.ts';

/**
 * The basic styles that both pages link are one file: each further style sheet is another wait before the first paint. Not the
 * popup's own, which shape the whole page.
 */
const oneStyleSheet: Plugin = {
  name: 'casebook:one-style-sheet',
  outputOptions: (options) =>
    options.format !== 'es' || options.inlineDynamicImports === true
      ? null
      : {
          ...options,
          manualChunks: (id) =>
            /components\/ui\/(?:tokens|base|button|field|segmented|chip)\.css$/.test(id) ? 'look' : undefined,
        },
};

/** The build: explicit imports only, MV3 in both browsers, nothing that a page could load. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    // The licences of what is bundled ask that their texts go with it.
    'build:publicAssets': (wxt, files) => {
      const relativeDest = 'THIRD-PARTY-NOTICES.md';
      files.push({ absoluteSrc: join(wxt.config.root, relativeDest), relativeDest });
    },
  },
  // Our zod schemas and the strict CSP need no dev-only loosening in the built extension; `wxt dev` adds its own.
  manifest: ({ browser, mode }) => manifestFor(browser, mode),
  vite: () => ({
    plugins: [oneStyleSheet],
    resolve: {
      alias: {
        react: 'preact/compat',
        'react-dom': 'preact/compat',
        'react/jsx-runtime': 'preact/jsx-runtime',
        // The package's own entry takes the build for old browsers, which is larger and cannot be shaken. One module for
        // all contexts, because a change is announced through it.
        dexie: 'dexie/dist/modern/dexie.min.mjs',
      },
    },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact', jsxDev: false },
    build: {
      target: 'esnext',
      // 2 to 4 % smaller than what esbuild makes of popup and background.
      minify: 'terser',
      terserOptions: { module: true, compress: { passes: 2 } },
      sourcemap: false,
      modulePreload: false,
    },
  }),
});
