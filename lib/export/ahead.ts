/** Results of `load` in order, with up to `width` of them under way: hides the latency of single reads. */
export async function* ahead<T, R>(
  items: readonly T[],
  width: number,
  load: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  let next = 0;
  try {
    while (next < items.length || running.length > 0) {
      for (; running.length < width && next < items.length; next++) {
        const started = load(items[next] as T); // as: next < items.length
        started.catch(() => {}); // It is awaited below; this only keeps a failure from counting as unhandled until then.
        running.push(started);
      }
      const first = running.shift();
      if (first) yield await first;
    }
  } finally {
    await Promise.allSettled(running);
  }
}
