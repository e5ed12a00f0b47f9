import { runSoak } from '../test/soak/main.ts';
import { ensureBuilt } from './lib/build.ts';

/** npm run soak [-- --kills 20 --captures 105 --browser firefox --path popup]: kills real browsers while they record. */
export async function main(args: readonly string[]): Promise<number> {
  await ensureBuilt('chrome');
  await ensureBuilt('firefox');
  return runSoak(args);
}
