import { firstFrom, lastUpTo } from '../../time/sorted.ts';

/** Numbers in ascending order, equal ones as often as they were put in. */
export type SortedBag = Readonly<{
  add(value: number): void;
  /** One that is in it. */
  remove(value: number): void;
  size(): number;
  /** By place, from 0. */
  at(place: number): number;
  /** How many are not above it. */
  upTo(value: number): number;
}>;

/** More new ones than this are sorted in together. */
const FEW = 32;
/** Many at once would keep the screen waiting. */
const MANY = 2048;

function merged(a: readonly number[], b: readonly number[]): number[] {
  const all: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity];
    all.push(Math.min(x, y));
    if (x <= y) i += 1;
    else j += 1;
  }
  return all;
}

/** Putting in and taking out costs what it costs to find the place, however many there are. */
export function createSortedBag(): SortedBag {
  let values: number[] = [];
  let fresh: number[] = [];
  function sorted(): readonly number[] {
    if (fresh.length > FEW)
      values = merged(
        values,
        fresh.toSorted((a, b) => a - b),
      );
    else for (const value of fresh) values.splice(firstFrom(values, value), 0, value);
    if (fresh.length > 0) fresh = [];
    return values;
  }
  return {
    add(value) {
      fresh.push(value);
      if (fresh.length >= MANY) sorted();
    },
    remove(value) {
      const place = firstFrom(sorted(), value);
      if (values[place] === value) values.splice(place, 1);
    },
    size: () => values.length + fresh.length,
    at: (place) => sorted()[place] ?? Number.NaN,
    upTo: (value) => lastUpTo(sorted(), value) + 1,
  };
}
