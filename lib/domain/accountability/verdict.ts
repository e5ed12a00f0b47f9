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

export function verdictOf(
  elapsed: Elapsed,
  target: number,
  state: 'running' | 'stopped' | 'cancelled',
): Verdict {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'stopped') return settled(elapsed, target);
  return elapsed.least > target ? 'overdue' : 'open';
}
