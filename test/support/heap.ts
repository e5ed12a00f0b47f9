import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void; // as: what the flag makes

const held = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

/** What a task gives, and how many MB more this process held of objects and buffers meanwhile, garbage included. */
export async function heapGrowth<T>(
  task: () => Promise<T>,
): Promise<Readonly<{ result: T; mb: number; ms: number }>> {
  collect();
  const before = held();
  let most = before;
  let watching = true;
  // Each time the task waits for something.
  const look = (): void => {
    most = Math.max(most, held());
    if (watching) setImmediate(look);
  };
  look();
  const began = performance.now();
  try {
    const result = await task();
    most = Math.max(most, held());
    return { result, mb: most - before, ms: performance.now() - began };
  } finally {
    watching = false;
  }
}
