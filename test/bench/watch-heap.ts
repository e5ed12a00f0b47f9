import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

const MB = 1024 * 1024;

/** Highest JavaScript heap of the page above what it was at the start, until stopped. */
export async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  await client.send('Performance.enable');
  const used = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  };
  const base = await used();
  let peak = base;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      peak = Math.max(peak, await used());
      await pause(15);
    }
  })();
  return async () => {
    watching = false;
    await watch;
    await client.detach();
    return (peak - base) / MB;
  };
}
