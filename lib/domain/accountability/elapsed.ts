import type { CalendarRules } from '../time/calendar.ts';
import { businessMs } from '../time/business-time.ts';
import type { Ms } from '../time/instant.ts';
import { united, type Span } from '../time/spans.ts';
import type { Moment } from './timeline.ts';

/** Between two moments; `to` null = not over yet. */
export type Interval = Readonly<{ from: Moment; to: Moment | null }>;

/** Business milliseconds: as entered, and the least and the most they can have been. */
export type Elapsed = Readonly<{ ms: number; least: number; most: number }>;

type Edge = (moment: Moment) => Ms;
const AT: Edge = (moment) => moment.at;
const EARLIEST: Edge = (moment) => moment.earliest;
const LATEST: Edge = (moment) => moment.latest;

function spans(intervals: readonly Interval[], begin: Edge, end: Edge, asOf: Ms): Span[] {
  return united(intervals.map(({ from, to }) => [begin(from), to === null ? asOf : end(to)]));
}

/**
 * Business time in the intervals without the pauses. The least lets it begin late and end early with long pauses, the
 * most the other way round; where every time is exact, the three are equal.
 */
export function elapsedIn(
  calendar: CalendarRules,
  intervals: readonly Interval[],
  pauses: readonly Interval[],
  asOf: Ms,
): Elapsed {
  const measure = (begin: Edge, end: Edge) => {
    const held = spans(pauses, end, begin, asOf);
    return spans(intervals, begin, end, asOf).reduce(
      (sum, [from, to]) => sum + businessMs(calendar, from, to, held),
      0,
    );
  };
  const ms = measure(AT, AT);
  return isCertain(intervals, pauses)
    ? { ms, least: ms, most: ms }
    : { ms, least: measure(LATEST, EARLIEST), most: measure(EARLIEST, LATEST) };
}

/** Whether every time that matters is known exactly. */
export function isCertain(intervals: readonly Interval[], pauses: readonly Interval[]): boolean {
  return [...intervals, ...pauses].every(({ from, to }) => isExact(from) && (to === null || isExact(to)));
}

function isExact({ earliest, latest }: Moment): boolean {
  return earliest === latest;
}
