import { defineConfig } from 'vitest/config';

const alias = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  // The polyfill refuses to load outside an extension; lib/capture/browser.ts is its only importer.
  'webextension-polyfill': new URL('./test/support/fake-browser.ts', import.meta.url).pathname,
};

const project = (name: string, testTimeout: number) => ({
  resolve: { alias },
  esbuild: { jsx: 'automatic' as const, jsxImportSource: 'preact' },
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    environment: 'node',
    setupFiles: ['./test/support/setup.ts'],
    testTimeout,
    // vitest's own second is short for a machine that does other things.
    expect: { poll: { timeout: 10_000 } },
    restoreMocks: true,
    unstubGlobals: true,
    // Libraries written for React must see the same alias as our own code.
    server: { deps: { inline: ['virtua', 'lucide-preact', 'wouter-preact', '@testing-library/preact'] } },
  },
});

/** Fast tests. The browser tests have their own file, vitest.e2e.config.ts. */
export default defineConfig({
  test: {
    // Two workers: every test file opens its own fake database, and more of them only starve each other.
    maxWorkers: 2,
    projects: [
      project('unit', 60_000),
      project('integration', 120_000),
      project('migrations', 60_000),
      project('arch', 30_000),
      // Needs LibreOffice, so it runs by itself only: npm run office.
      project('office', 300_000),
    ],
  },
});
