/** How many issues or pictures are asked for at once: large enough to save round trips, small enough to stay in memory. */
export const CHUNK = 100;

export function chunksOf<T>(items: readonly T[], size = CHUNK): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

/** Longer than this without a pause, and the page no longer draws progress or takes the click on Cancel. */
const PAUSE_AFTER_MS = 80;
/** Somebody may be scrolling: less than a frame. */
const QUIET_PAUSE_AFTER_MS = 10;

/** To be awaited in long loops: lets the page breathe when it is time. */
export function createPauses(quiet: () => boolean = () => false): () => Promise<void> | null {
  let last = performance.now();
  return () => {
    if (performance.now() - last < (quiet() ? QUIET_PAUSE_AFTER_MS : PAUSE_AFTER_MS)) return null;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      });
    });
  };
}
