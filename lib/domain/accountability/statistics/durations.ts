/** Times to answer or to fix, in the unit they came in. What is still open is told, never dropped. */
export type Durations = Readonly<{
  n: number;
  /** null when n = 0, like the next two. */
  mean: number | null;
  median: number | null;
  /** Nearest rank: the smallest value that at least 90 % do not exceed. */
  p90: number | null;
  open: number;
  /** Mean if all that is open ended now: the least that it can become. null when there is nothing. */
  meanLowerBound: number | null;
}>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Middle value; the mean of the two in the middle of an even number. null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Nearest rank; `percent` 1..100. null of nothing. */
export function percentileOf(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}

export function durationsOf(done: readonly number[], open: readonly number[] = []): Durations {
  const all = done.length + open.length;
  return {
    n: done.length,
    mean: done.length > 0 ? sum(done) / done.length : null,
    median: medianOf(done),
    p90: percentileOf(done, 90),
    open: open.length,
    meanLowerBound: all > 0 ? (sum(done) + sum(open)) / all : null,
  };
}
