/** Row numbers that a running search has found so far; grows by doubling, since hits come in thousands of drops. */
export type HitList = Readonly<{ add(rows: Int32Array): void; copy(): Int32Array }>;

export function createHitList(): HitList {
  let hits = new Int32Array(1024);
  let length = 0;
  return {
    add(rows) {
      if (length + rows.length > hits.length) {
        const larger = new Int32Array(Math.max(hits.length * 2, length + rows.length));
        larger.set(hits.subarray(0, length));
        hits = larger;
      }
      hits.set(rows, length);
      length += rows.length;
    },
    copy: () => hits.slice(0, length),
  };
}

/** Runs `task` at once the first time, then at most every `ms`; `stop` forgets what waits. */
export function paced(
  task: () => void,
  ms: number,
  later: (task: () => void, ms: number) => () => void,
): Readonly<{ run(): void; stop(): void }> {
  let waiting: (() => void) | null = null;
  let stopped = false;
  let started = false;
  return {
    run() {
      if (stopped) return;
      if (!started) {
        started = true;
        task();
        return;
      }
      waiting ??= later(() => {
        waiting = null;
        if (!stopped) task();
      }, ms);
    },
    stop() {
      stopped = true;
      waiting?.();
    },
  };
}
