import type { ClockFigures } from '../accountability/issue-figures.ts';
import type { Priority } from '../issue/priority.ts';
import { MINUTE } from '../time/instant.ts';
import type { AgreementVersion } from './agreement.ts';

/** What was measured of one issue, in the hours of its calendar. */
export type MeasuredIssue = Readonly<{
  /** In force at the end; null: nobody said. */
  priority: Priority | null;
  response: ClockFigures | null;
  resolution: ClockFigures | null;
}>;

/** Share of the cases that a proposed target would have kept, in percent. */
export const ACHIEVED_PERCENT = 80;
/** Fewer say nothing about what can be achieved. */
export const FEWEST = 5;

export type ProposedTime = Readonly<{
  /** Ended ones. */
  n: number;
  /** Still running. They count as late once they have run longer than the time that is looked at. */
  open: number;
  /** Minutes that at least 80 % did not exceed; null: too few, or 80 % was never reached. */
  achievedMin: number | null;
  /** `achievedMin` rounded up to a time people would agree on. */
  proposedMin: number | null;
}>;

export type ProposedTarget = Readonly<{
  /** null: for issues without a priority. */
  priority: Priority | null;
  response: ProposedTime;
  resolution: ProposedTime;
}>;

const PRIORITIES: readonly (Priority | null)[] = [1, 2, 3, 4, 5, null];

/** From `below` minutes on the next step is used. */
const STEPS = [
  { below: 2 * 60, step: 15 },
  { below: 8 * 60, step: 30 },
  { below: 24 * 60, step: 60 },
  { below: Infinity, step: 240 },
] as const;

/** Up, never down: what was achieved would be kept. */
export function roundedUp(minutes: number): number {
  const { step } = STEPS.find(({ below }) => minutes <= below) ?? STEPS[3];
  return Math.max(1, Math.ceil(minutes / step)) * step;
}

/**
 * The smallest measured time that 80 % of those kept about which it can be said: the ended ones, and the running ones that have
 * already run longer. With nothing running it is the nearest-rank 80th percentile. null when too much is late.
 */
function achieved(done: readonly number[], open: readonly number[]): number | null {
  const ended = done.toSorted((a, b) => a - b);
  const running = open.toSorted((a, b) => a - b);
  let judgedOpen = running.length;
  for (const [i, time] of ended.entries()) {
    while (judgedOpen > 0 && (running[running.length - judgedOpen] ?? Infinity) <= time) judgedOpen -= 1;
    // The same time may stand several times: only its last place counts all that kept it.
    if (ended[i + 1] === time) continue;
    if ((i + 1) * 100 >= (ended.length + judgedOpen) * ACHIEVED_PERCENT) return time;
  }
  return null;
}

function proposed(clocks: readonly (ClockFigures | null)[]): ProposedTime {
  const judged = clocks.filter((clock) => clock !== null && clock.verdict !== 'cancelled');
  const minutes = (stopped: boolean) =>
    judged.flatMap((clock) => (clock?.stopped === stopped ? [clock.ms / MINUTE] : []));
  const [done, open] = [minutes(true), minutes(false)];
  const achievedMin = done.length < FEWEST ? null : achieved(done, open);
  return {
    n: done.length,
    open: open.length,
    achievedMin: achievedMin === null ? null : Math.ceil(achievedMin),
    proposedMin: achievedMin === null ? null : roundedUp(achievedMin),
  };
}

/** What could be agreed because it is already achieved, for each priority that occurred; highest first. */
export function proposeTargets(issues: readonly MeasuredIssue[]): readonly ProposedTarget[] {
  return PRIORITIES.flatMap((priority) => {
    const own = issues.filter((issue) => issue.priority === priority);
    if (own.length === 0) return [];
    return [
      {
        priority,
        response: proposed(own.map(({ response }) => response)),
        resolution: proposed(own.map(({ resolution }) => resolution)),
      },
    ];
  });
}

type Targets = AgreementVersion['targets'];
const NAMES = { 1: 'P1', 2: 'P2', 3: 'P3', 4: 'P4', 5: 'P5' } as const;

/** The proposals put into what is agreed; where nothing is proposed, what was agreed stays. */
export function withProposed(agreed: Targets, proposals: readonly ProposedTarget[]): Targets {
  const targets = { ...agreed };
  for (const { priority, response, resolution } of proposals) {
    if (response.proposedMin === null && resolution.proposedMin === null) continue;
    const name = priority === null ? 'any' : NAMES[priority];
    targets[name] = {
      ...targets[name],
      ...(response.proposedMin === null ? {} : { responseMin: response.proposedMin }),
      ...(resolution.proposedMin === null ? {} : { resolutionMin: resolution.proposedMin }),
    };
  }
  return targets;
}
