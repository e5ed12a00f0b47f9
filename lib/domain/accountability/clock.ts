import type { CalendarRules } from '../time/calendar.ts';
import { dueAt } from '../time/business-time.ts';
import type { Ms } from '../time/instant.ts';
import type { Span } from '../time/spans.ts';
import { elapsedIn, isCertain, type Elapsed, type Interval } from './elapsed.ts';
import type { Moment } from './timeline.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export type ClockState = 'running' | 'paused' | 'stopped' | 'cancelled';

export type Clock = Readonly<{
  state: ClockState;
  startedAt: Ms;
  /** null while it runs or is paused. */
  stoppedAt: Ms | null;
  /** Business time used, without pauses, in ms of the clock's calendar. */
  elapsed: Elapsed;
  /** null: nothing was agreed. The rest is null then as well. */
  targetMs: number | null;
  /** null also while a pause is open, unless the target was used up before it. */
  dueAt: Ms | null;
  remainingMs: number | null;
  overMs: number | null;
  atRisk: boolean;
  /** When it becomes at risk; null like `dueAt`. */
  atRiskFrom: Ms | null;
  /** From when on it is certainly past its target; null like `dueAt`. */
  overdueFrom: Ms | null;
  verdict: Verdict | null;
}>;

export type Running = Readonly<{
  calendar: CalendarRules;
  /** When it ran, in order; only the last may have no end. Never empty. */
  intervals: readonly [Interval, ...Interval[]];
  pauses: readonly Interval[];
  targetMs: number | null;
  atRiskPercent: number;
  cancelled: boolean;
  asOf: Ms;
}>;

type Edge = (moment: Moment) => Ms;
const AT: Edge = ({ at }) => at;

/** Pauses and the times between the intervals: all that moves the due time. */
function stops({ intervals, pauses }: Running, begin: Edge = AT, end: Edge = AT): Span[] {
  const last = intervals.at(-1)?.to;
  const over = last == null ? Infinity : end(last);
  const held = pauses
    .filter(({ from }) => begin(from) < over)
    .map(({ from, to }): Span => [begin(from), Math.min(to === null ? Infinity : end(to), over)]);
  const between = intervals.slice(1).map(({ from }, i): Span => {
    const before = intervals[i]?.to ?? from;
    return [begin(before), end(from)];
  });
  return [...held, ...between];
}

/** Late start and long pauses: when even the least that can have passed is more than the target. */
function overdueFrom(running: Running, targetMs: number): Ms | null {
  const { calendar, intervals } = running;
  const pauses = stops(
    running,
    ({ earliest }) => earliest,
    ({ latest }) => latest,
  );
  const due = dueAt(calendar, intervals[0].from.latest, targetMs, pauses);
  return due === null ? null : due + 1;
}

/** One clock as it stands at `asOf`. */
export function clockOf(running: Running): Clock {
  const { calendar, intervals, pauses, targetMs, atRiskPercent, cancelled, asOf } = running;
  const startedAt = intervals[0].from.at;
  const stoppedAt = intervals.at(-1)?.to?.at ?? null;
  const elapsed = elapsedIn(calendar, intervals, pauses, asOf);
  const held = stoppedAt === null && pauses.some(({ to }) => to === null);
  const state = cancelled ? 'cancelled' : stoppedAt !== null ? 'stopped' : held ? 'paused' : 'running';
  const base = { state, startedAt, stoppedAt, elapsed } as const;
  if (targetMs === null)
    return {
      ...base,
      targetMs,
      dueAt: null,
      remainingMs: null,
      overMs: null,
      atRisk: false,
      atRiskFrom: null,
      overdueFrom: null,
      verdict: null,
    };
  const open = state === 'running' || state === 'paused';
  const due = dueAt(calendar, startedAt, targetMs, stops(running));
  const certain = due !== null && isCertain(intervals, pauses) ? { at: stoppedAt ?? asOf, due } : null;
  const verdict = verdictOf(
    elapsed,
    targetMs,
    open ? 'running' : state === 'cancelled' ? 'cancelled' : 'stopped',
    certain,
  );
  return {
    ...base,
    targetMs,
    dueAt: due,
    remainingMs: Math.max(0, targetMs - elapsed.ms),
    overMs: Math.max(0, elapsed.ms - targetMs),
    atRisk:
      open && verdict === 'open' && elapsed.ms <= targetMs && elapsed.ms * 100 >= targetMs * atRiskPercent,
    atRiskFrom: dueAt(calendar, startedAt, Math.ceil((targetMs * atRiskPercent) / 100), stops(running)),
    overdueFrom: overdueFrom(running, targetMs),
    verdict,
  };
}
