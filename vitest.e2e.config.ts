import { defineConfig } from 'vitest/config';

/**
 * Tests in real browsers, through the built extension. One file at a time: two browsers on a small machine already
 * compete for the processor, and several tests look at times.
 */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/{chromium,firefox}/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['./test/support/browser/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // A click can go astray between two programs. What was tried twice is named at the end of the run; promises about
    // data and secrets are never tried twice (`retry: 0` where they stand).
    retry: 1,
    // What a browser does a moment later: vitest's own second is short for a slow machine.
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
