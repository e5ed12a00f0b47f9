import { afterEach, vi } from 'vitest';

/** Vitest and the testing library wait for one second, which is short for a machine that does other things. */
const WAIT_MS = 10_000;
const waitFor = vi.waitFor.bind(vi);
vi.waitFor = (work, options) => waitFor(work, options ?? WAIT_MS);

// Only a test file that asked for a DOM (`// @vitest-environment happy-dom`) has something to clean up.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: WAIT_MS });
  afterEach(cleanup);
}
