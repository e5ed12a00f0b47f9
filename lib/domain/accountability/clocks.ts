import { MINUTE, type Ms } from '../time/instant.ts';
import { clockOf, type Clock } from './clock.ts';
import type { Stretch, Walk } from './custody.ts';
import type { Interval } from './elapsed.ts';
import { restoreCycles, type Cycle, type Fixes } from './fixes.ts';
import type { Owner } from './owner.ts';
import { priorityAt, type FirstPriority } from './priorities.ts';
import { targetFor, type ReopenRule, type Target, type Terms } from './terms.ts';
import { momentOf, type Moment, type TimelineEvent } from './timeline.ts';

export type ClockInput = Readonly<{
  /** In order, not after `asOf`. */
  events: readonly TimelineEvent[];
  walk: Walk;
  fixes: Fixes;
  /** Begin of all clocks; null: it was never reported. */
  start: Moment | null;
  first: FirstPriority;
  terms: Terms;
  asOf: Ms;
}>;

/** What of a target counts for which clock. */
type Minutes = (target: Target) => number | undefined;

/** The stretches of these owners; the one that lasts until now has no end. */
export function intervalsOf({ stretches, owner }: Walk, owners: readonly Owner[]): Interval[] {
  const last = stretches.at(-1);
  const open = (stretch: Stretch) => stretch === last && owner === stretch.owner;
  return stretches
    .filter((stretch) => owners.includes(stretch.owner))
    .map((stretch) => ({ from: stretch.from, to: open(stretch) ? null : stretch.to }));
}

function chosen(cycles: readonly [Cycle, ...Cycle[]], rule: ReopenRule): readonly [Cycle, ...Cycle[]] {
  const first = cycles[0];
  const last = cycles.at(-1) ?? first;
  if (rule === 'first') return [first];
  if (rule === 'last') return [last];
  return rule === 'continuous' ? [{ ...last, from: first.from }] : cycles;
}

/** A changed priority that counts from the change on: what ran before it is left out. */
function since(cycles: readonly [Cycle, ...Cycle[]], changed: Moment | null): readonly [Cycle, ...Cycle[]] {
  if (changed === null) return cycles;
  const later = cycles
    .filter(({ to }) => to === null || to.at > changed.at)
    .map((cycle) => (cycle.from.at < changed.at ? { ...cycle, from: changed } : cycle));
  const [first, ...rest] = later;
  return first === undefined ? cycles : [first, ...rest];
}

function measured(
  { events, walk, first, terms, asOf }: ClockInput,
  cycles: readonly [Cycle, ...Cycle[]],
  pauseOn: readonly Owner[],
  minutes: Minutes,
): Clock {
  const end = cycles.at(-1) ?? cycles[0];
  const { priority, changed } = priorityAt(events, first, terms.whosePriority, end.to?.at ?? asOf);
  const target = targetFor(terms, priority);
  const wanted = target === null ? undefined : minutes(target);
  return clockOf({
    calendar: target?.calendar ?? terms.calendar,
    intervals: terms.priorityChange === 'prospective' ? since(cycles, changed) : cycles,
    pauses: intervalsOf(walk, pauseOn),
    targetMs: wanted === undefined ? null : wanted * MINUTE,
    atRiskPercent: terms.atRiskPercent,
    cancelled: end.withdrawn,
    asOf,
  });
}

function fixing(input: ClockInput, cycles: readonly Cycle[], minutes: Minutes, pauseOn: readonly Owner[]) {
  const [first, ...rest] = cycles;
  if (!first) return null;
  return measured(input, chosen([first, ...rest], input.terms.reopen), pauseOn, minutes);
}

/** Reported → workaround or resolved. null: never reported. */
export function restoreClock(input: ClockInput): Clock | null {
  return fixing(input, restoreCycles(input.fixes), (target) => target.restoreMin, input.terms.pauseOn);
}

/** Reported → resolved, without pauses; `pauseOn` lets it be read by other rules than those agreed. */
export function resolutionClock(input: ClockInput, pauseOn = input.terms.pauseOn): Clock | null {
  return fixing(input, input.fixes.cycles, (target) => target.resolutionMin, pauseOn);
}

/** Whether somebody at the provider acted, so that a response clock stops. */
export function isResponse(
  { firstResponse, autoAckCounts }: Terms,
  { event, automatic }: TimelineEvent,
): boolean {
  return firstResponse.includes(event) && (autoAckCounts || automatic !== true);
}

/** Reported → first human action of the provider. Nothing pauses it: it ends where a question could begin. */
export function responseClock(input: ClockInput): Clock | null {
  const { events, start, terms } = input;
  const reported = events.findIndex(({ event }) => event === 'reported');
  if (start === null || reported < 0) return null;
  const end = events
    .slice(reported + 1)
    .find((event) => isResponse(terms, event) || event.event === 'withdrawn' || event.event === 'verified');
  const withdrawn = end !== undefined && !isResponse(terms, end);
  return measured(
    input,
    [{ from: start, to: end === undefined ? null : momentOf(end), withdrawn }],
    [],
    (target) => target.responseMin,
  );
}
