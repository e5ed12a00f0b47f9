import type { Ms } from '../time/instant.ts';
import type { Elapsed } from './elapsed.ts';

/**
 * met, missed: shown by times that leave no doubt. unproven: cannot be shown either way. overdue: open and certainly
 * past its target. open: there is still time, or it cannot be shown that there is none. cancelled: withdrawn.
 */
export type Verdict = 'met' | 'missed' | 'unproven' | 'open' | 'overdue' | 'cancelled';

/** Of a clock that has stopped: met when even the most is within the target, missed when even the least is not. */
export function settled(
  { least, most }: Pick<Elapsed, 'least' | 'most'>,
  target: number,
): 'met' | 'missed' | 'unproven' {
  if (most <= target) return 'met';
  return least > target ? 'missed' : 'unproven';
}

/** Of a clock whose times are all certain: in time up to the very moment that it is due. */
export function certainly(at: Ms, due: Ms): 'met' | 'missed' {
  return at <= due ? 'met' : 'missed';
}

type State = 'running' | 'stopped' | 'cancelled';

/**
 * `certain`: every time is known exactly, and this is when it was due, and when it stopped or is looked at. Then that
 * decides, which differs from the time used where a target is used up just when the night or a pause begins.
 */
export function verdictOf(
  elapsed: Elapsed,
  target: number,
  state: State,
  certain: Readonly<{ at: Ms; due: Ms }> | null = null,
): Verdict {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'stopped')
    return certain === null ? settled(elapsed, target) : certainly(certain.at, certain.due);
  const late = certain === null ? elapsed.least > target : certainly(certain.at, certain.due) === 'missed';
  return late ? 'overdue' : 'open';
}
