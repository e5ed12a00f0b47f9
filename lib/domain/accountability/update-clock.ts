import type { CalendarRules } from '../time/calendar.ts';
import { businessMs, dueAt } from '../time/business-time.ts';
import { MINUTE, type Ms } from '../time/instant.ts';
import type { Span } from '../time/spans.ts';
import type { Wait } from './waits.ts';

export type UpdateClock = Readonly<{
  /** Our last word waits for an answer. */
  running: boolean;
  /** Business ms of the wait that runs, else of the last one. */
  elapsedMs: number;
  longestMs: number;
  /** null while nothing runs or no interval was agreed. */
  dueAt: Ms | null;
  overdue: boolean;
  /** Waits longer than agreed, the running one included. */
  late: number;
  waits: number;
}>;

type Agreed = Readonly<{
  calendar: CalendarRules;
  updateEveryMin: number | undefined;
  /** Waits that both agreed on. */
  pauses: readonly Span[];
}>;

/** Runs only while the last word was ours; a wait that both agreed on stops it. null: we never said anything. */
export function updateClock(
  waits: readonly Wait[],
  { calendar, updateEveryMin, pauses }: Agreed,
  asOf: Ms,
): UpdateClock | null {
  const last = waits.at(-1);
  if (!last) return null;
  const lengths = waits.map(({ from, to }) => businessMs(calendar, from, to ?? asOf, pauses));
  const targetMs = updateEveryMin === undefined ? Infinity : updateEveryMin * MINUTE;
  const elapsedMs = lengths.at(-1) ?? 0;
  const running = last.to === null;
  return {
    running,
    elapsedMs,
    longestMs: Math.max(...lengths),
    dueAt: running && targetMs !== Infinity ? dueAt(calendar, last.from, targetMs, pauses) : null,
    overdue: running && elapsedMs > targetMs,
    late: lengths.filter((length) => length > targetMs).length,
    waits: waits.length,
  };
}
