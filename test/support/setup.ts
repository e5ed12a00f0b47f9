import { afterEach } from 'vitest';

// Only a test file that asked for a DOM (`// @vitest-environment happy-dom`) has something to clean up.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/preact');
  afterEach(cleanup);
}
