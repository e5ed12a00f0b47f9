import { ensureBuilt } from '../../../scripts/lib/build.ts';

/** The tests run against what users get: a fresh production build for both browsers. */
export async function setup(): Promise<void> {
  await ensureBuilt('chrome');
  await ensureBuilt('firefox');
}
