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

/** Values in ascending order, however they are kept. */
export type Ranked = Readonly<{ n: number; sum: number; at: (place: number) => number }>;

/** Place of the nearest rank among `n` in ascending order, from 0; `percent` 1..100. */
function rank(n: number, percent: number): number {
  return Math.max(0, Math.ceil((n * percent) / 100) - 1);
}

function ranked(values: readonly number[]): Ranked {
  const sorted = values.toSorted((a, b) => a - b);
  const sum = values.reduce((total, value) => total + value, 0);
  return { n: sorted.length, sum, at: (place) => sorted[place] ?? Number.NaN };
}

/** Middle value; the mean of the two in the middle of an even number. null of nothing. */
function middleOf({ n, at }: Ranked): number | null {
  return n === 0 ? null : (at(Math.ceil(n / 2) - 1) + at(Math.floor(n / 2))) / 2;
}

export function medianOf(values: readonly number[]): number | null {
  return middleOf(ranked(values));
}

/** Nearest rank; `percent` 1..100. null of nothing. */
export function percentileOf(values: readonly number[], percent: number): number | null {
  const { n, at } = ranked(values);
  return n === 0 ? null : at(rank(n, percent));
}

/** Of the open ones only their number and their sum matter. */
export function durationsFrom(done: Ranked, open: Readonly<{ n: number; sum: number }>): Durations {
  const { n, sum, at } = done;
  const all = n + open.n;
  return {
    n,
    mean: n > 0 ? sum / n : null,
    median: middleOf(done),
    p90: n > 0 ? at(rank(n, 90)) : null,
    open: open.n,
    meanLowerBound: all > 0 ? (sum + open.sum) / all : null,
  };
}

export function durationsOf(done: readonly number[], open: readonly number[] = []): Durations {
  return durationsFrom(ranked(done), ranked(open));
}
