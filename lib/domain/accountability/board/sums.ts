import { MINUTE, type Ms } from '../../time/instant.ts';
import { durationsFrom, type Durations } from '../statistics/durations.ts';
import type { Course, Courses } from './courses.ts';
import { createSortedBag, type SortedBag } from './sorted-bag.ts';

/** A figure as it was at an instant, and by what it has grown since; null: it stays. */
export type Figure = Readonly<{ value: number; at: Ms; course: Course | null }>;

export type Sums = Readonly<{
  /** `sign` −1 takes back what was added before, given the same figure. */
  sum(key: string, figure: Figure, sign: 1 | -1): void;
  /** One of the values of which a median is told. */
  value(key: string, figure: Figure, sign: 1 | -1): void;
  total(key: string, at: Ms): number;
  /** How many values are above a limit. */
  above(key: string, limit: number, at: Ms): number;
  count(key: string): number;
  /** Values in ms, told in minutes; of the open ones only their number and their sum are known. */
  durations(key: string, open: Readonly<{ n: number; sumMs: number }>, at: Ms): Durations;
}>;

const STAYS = '';
type Bags = Map<string, SortedBag>;

/** The value at a place of all bags together, each moved by how far its course has come. Whole ms. */
function placed(bags: readonly (readonly [bag: SortedBag, moved: number])[], place: number): number {
  const filled = bags.filter(([bag]) => bag.size() > 0);
  const [only, second] = filled;
  if (only !== undefined && second === undefined) return only[0].at(place) + only[1];
  let low = Math.min(...filled.map(([bag, moved]) => bag.at(0) + moved));
  let high = Math.max(...filled.map(([bag, moved]) => bag.at(bag.size() - 1) + moved));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const reached = filled.reduce((sum, [bag, moved]) => sum + bag.upTo(middle - moved), 0);
    if (reached > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sums and ordered values that grow by themselves: telling them costs the same for ten and for ten thousand. */
export function createSums(courses: Courses): Sums {
  const totals = new Map<string, Map<string, number>>();
  const values = new Map<string, Bags>();
  const courseOf = ({ course }: Figure) => (course === null ? STAYS : courses.key(course));
  const begun = (figure: Figure, course: string) => figure.value - courses.passed(course, figure.at);
  const bagsOf = (key: string, at: Ms) =>
    [...(values.get(key) ?? [])].map(([course, bag]) => [bag, courses.passed(course, at)] as const);
  const sumOf = (key: string, at: Ms): number => {
    let sum = 0;
    for (const [course, n] of totals.get(key) ?? [])
      sum += course === STAYS ? n : n * courses.passed(course, at);
    return sum;
  };
  function add(key: string, course: string, n: number): void {
    const own = totals.get(key) ?? new Map<string, number>();
    totals.set(key, own);
    own.set(course, (own.get(course) ?? 0) + n);
  }
  function sum(key: string, figure: Figure, sign: 1 | -1): void {
    const course = courseOf(figure);
    add(key, STAYS, sign * begun(figure, course));
    if (course !== STAYS) add(key, course, sign);
  }
  return {
    sum,
    value(key, figure, sign) {
      const course = courseOf(figure);
      const bags: Bags = values.get(key) ?? new Map<string, SortedBag>();
      values.set(key, bags);
      const bag = bags.get(course) ?? createSortedBag();
      bags.set(course, bag);
      if (sign === 1) bag.add(begun(figure, course));
      else bag.remove(begun(figure, course));
      sum(key, figure, sign);
    },
    total: sumOf,
    above: (key, limit, at) =>
      bagsOf(key, at).reduce((n, [bag, moved]) => n + bag.size() - bag.upTo(limit - moved), 0),
    count: (key) => [...(values.get(key)?.values() ?? [])].reduce((n, bag) => n + bag.size(), 0),
    durations(key, open, at) {
      const bags = bagsOf(key, at);
      return durationsFrom(
        {
          n: bags.reduce((size, [bag]) => size + bag.size(), 0),
          sum: sumOf(key, at) / MINUTE,
          at: (place) => placed(bags, place) / MINUTE,
        },
        { n: open.n, sum: open.sumMs / MINUTE },
      );
    },
  };
}
