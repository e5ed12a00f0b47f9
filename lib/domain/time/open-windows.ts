import type { CalendarRules } from './calendar.ts';
import { dayWindowsOf } from './day-plan.ts';
import { DAY, MINUTE, type Ms } from './instant.ts';
import { firstFrom, lastUpTo } from './sorted.ts';
import { united, type Span } from './spans.ts';
import { zoneOf } from './zone.ts';

/** A calendar spread out between two instants. Within them nothing is missing. */
export interface OpenWindows {
  readonly from: Ms;
  readonly to: Ms;
  /** Milliseconds open between `from` and `at`; `at` must lie within. O(log windows). */
  openUntil(at: Ms): number;
  /** The earliest instant by which that many milliseconds were open; null when not within. */
  reached(open: number): Ms | null;
  /** The longest time without opening between two instants within. O(windows between). */
  longestClosed(after: Ms, before: Ms): number;
}

/** A window may begin this many days before the day it reaches into. */
const REACH = 2;

function spread(rules: CalendarRules, first: number, last: number): Span[] {
  const windowsOf = dayWindowsOf(rules);
  const zone = zoneOf(rules.tz);
  const spans: Span[] = [];
  for (let day = first - REACH; day <= last + REACH; day += 1) {
    for (const [from, to] of windowsOf(day))
      spans.push([zone.instantOf(day * DAY + from * MINUTE), zone.instantOf(day * DAY + to * MINUTE)]);
  }
  return united(spans);
}

/** Spreads the calendar from local midnight of `firstDay` to local midnight of `lastDay`. */
export function openWindows(rules: CalendarRules, firstDay: number, lastDay: number): OpenWindows {
  const zone = zoneOf(rules.tz);
  const [from, to] = [zone.instantOf(firstDay * DAY), zone.instantOf(lastDay * DAY)];
  const spans = spread(rules, firstDay, lastDay)
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => start < end);
  const starts = Float64Array.from(spans, (span) => span[0]);
  const ends = Float64Array.from(spans, (span) => span[1]);
  /** Milliseconds open before the window, and with it. */
  const before = new Float64Array(spans.length);
  const after = new Float64Array(spans.length);
  let sum = 0;
  for (const [i, [start, end]] of spans.entries()) {
    before[i] = sum;
    sum += end - start;
    after[i] = sum;
  }

  return {
    from,
    to,
    openUntil(at) {
      const i = lastUpTo(starts, at);
      if (i < 0) return 0;
      return (before[i] ?? 0) + Math.min(at, ends[i] ?? at) - (starts[i] ?? at);
    },
    reached(open) {
      const i = firstFrom(after, open);
      const start = starts[i];
      return start === undefined ? null : start + open - (before[i] ?? 0);
    },
    longestClosed(after, before) {
      let longest = 0;
      let closedSince = after;
      for (let i = lastUpTo(ends, after) + 1; i < spans.length && closedSince < before; i += 1) {
        longest = Math.max(longest, Math.min(starts[i] ?? before, before) - closedSince);
        closedSince = ends[i] ?? before;
      }
      return Math.max(longest, before - closedSince);
    },
  };
}
