import type { CalendarRules } from './calendar.ts';
import { DAY, type Ms } from './instant.ts';
import { openWindows, type OpenWindows } from './open-windows.ts';
import { united, type Span } from './spans.ts';

/** A calendar that does not open for this long never will. */
const NEVER = 3 * 366 * DAY;
/** Days spread beyond what is asked for: at the least, and at the most. */
const LEAST = 32;
const MOST = 3660;
const NO_PAUSES: readonly Span[] = [];

/** Calendars are values: a changed one is a new object. So what was spread out of one can stay with it. */
const known = new WeakMap<CalendarRules, OpenWindows>();

/** The calendar's windows over at least [from, to]. Grows by doubling, so that a log of years is spread once. */
function windowsOver(rules: CalendarRules, from: Ms, to: Ms): OpenWindows {
  const had = known.get(rules);
  if (had && had.from <= from && to <= had.to) return had;
  const more = Math.min(MOST, Math.max(LEAST, had ? Math.ceil((had.to - had.from) / DAY) : 0));
  const day = (at: Ms) => Math.floor(at / DAY);
  // Two days more on either side: local midnight is not the UTC one.
  const firstDay = had && had.from <= from ? day(had.from) : day(from) - more - 2;
  const lastDay = had && to <= had.to ? day(had.to) + 1 : day(to) + more + 2;
  const made = openWindows(rules, firstDay, lastDay);
  known.set(rules, made);
  return made;
}

/**
 * Open milliseconds of the calendar in [from, to) that are in no pause:
 * |[from, to) ∩ windows ∖ ⋃ pauses|. 0 when `to` is not after `from`.
 */
export function businessMs(
  rules: CalendarRules,
  from: Ms,
  to: Ms,
  pauses: readonly Span[] = NO_PAUSES,
): number {
  if (!(to > from)) return 0;
  const open = windowsOver(rules, from, to);
  let sum = open.openUntil(to) - open.openUntil(from);
  if (pauses.length === 0) return sum;
  for (const [a, b] of united(pauses)) {
    const [start, end] = [Math.max(a, from), Math.min(b, to)];
    if (start < end) sum -= open.openUntil(end) - open.openUntil(start);
  }
  return sum;
}

/** The earliest instant after `from` by which `wanted` open ms have passed; null when it does not open for 3 years. */
function advance(rules: CalendarRules, from: Ms, wanted: number): Ms | null {
  let open = windowsOver(rules, from, from + LEAST * DAY);
  for (;;) {
    const reached = open.reached(open.openUntil(from) + wanted);
    if (reached !== null)
      return reached - from <= NEVER || open.longestClosed(from, reached) <= NEVER ? reached : null;
    const lastOpen = open.reached(open.openUntil(open.to)) ?? from;
    if (open.to > Math.max(from, lastOpen) + NEVER) return null;
    open = windowsOver(rules, from, open.to + LEAST * DAY);
  }
}

/**
 * The earliest instant d with businessMs(from, d, pauses) ≥ target. A target used up exactly at closing is due at
 * closing. null while a pause without end (`to` = Infinity) keeps it from being reached, and when the calendar does not
 * open within three years.
 */
export function dueAt(
  rules: CalendarRules,
  from: Ms,
  target: number,
  pauses: readonly Span[] = NO_PAUSES,
): Ms | null {
  if (target <= 0) return from;
  let at = from;
  let left = target;
  for (const [start, end] of pauses.length === 0 ? NO_PAUSES : united(pauses)) {
    if (end <= at) continue;
    if (start > at) {
      const passed = businessMs(rules, at, start);
      if (passed >= left) break;
      left -= passed;
    }
    if (end === Infinity) return null;
    at = end;
  }
  return advance(rules, at, left);
}
