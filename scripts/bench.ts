import { runBench } from '../test/bench/main.ts';
import { ensureBuilt } from './lib/build.ts';

/** npm run bench [-- section…]: builds the extension, then measures it in a real browser. */
export async function main(names: readonly string[]): Promise<number> {
  await ensureBuilt('chrome');
  return runBench(names);
}
