import { DAY, type Ms } from '../../time/instant.ts';
import { rateOf, type Rate } from './compliance.ts';

/** What somebody undertook to do, on either side. */
export type PromiseMade = Readonly<{
  owner: 'us' | 'provider';
  /** As first promised; moving it later does not change what counts. */
  dueOriginal: Ms;
  due: Ms;
  /** How often the date was moved. */
  moves: number;
  deliveredAt: Ms | null;
  /** Taken back with the agreement of both. */
  withdrawn: boolean;
  /** Said or shown that it will not be delivered. */
  givenUp: boolean;
}>;

export type PromiseOutcome = 'onTime' | 'late' | 'missed' | 'openOverdue' | 'openNotDue' | 'withdrawn';

/** Always against the original date. */
export function outcomeOf(promise: PromiseMade, asOf: Ms): PromiseOutcome {
  if (promise.withdrawn) return 'withdrawn';
  if (promise.deliveredAt !== null && promise.deliveredAt <= asOf)
    return promise.deliveredAt <= promise.dueOriginal ? 'onTime' : 'late';
  if (promise.givenUp) return 'missed';
  return asOf > promise.dueOriginal ? 'openOverdue' : 'openNotDue';
}

export type OutcomeCounts = Readonly<Record<PromiseOutcome, number>>;

export type PromiseKeeping = Readonly<{ kept: Rate; delivered: Rate; counts: OutcomeCounts }>;

/** On time ÷ (on time + late + missed + open and overdue); delivered at all beside it. */
export function keepingOf(counts: OutcomeCounts): PromiseKeeping {
  const due = counts.onTime + counts.late + counts.missed + counts.openOverdue;
  return {
    kept: rateOf(counts.onTime, due),
    delivered: rateOf(counts.onTime + counts.late, due),
    counts,
  };
}

const NONE: OutcomeCounts = { onTime: 0, late: 0, missed: 0, openOverdue: 0, openNotDue: 0, withdrawn: 0 };

/** Promise keeping of one side, and by how many days its dates were moved altogether. */
export function promisesOf(
  promises: readonly PromiseMade[],
  owner: PromiseMade['owner'],
  asOf: Ms,
): PromiseKeeping & { moves: number; slippedDays: number } {
  const own = promises.filter((promise) => promise.owner === owner);
  const counts = own.reduce<OutcomeCounts>((sum, promise) => {
    const outcome = outcomeOf(promise, asOf);
    return { ...sum, [outcome]: sum[outcome] + 1 };
  }, NONE);
  return {
    ...keepingOf(counts),
    moves: own.reduce((sum, { moves }) => sum + moves, 0),
    slippedDays: own.reduce((sum, { due, dueOriginal }) => sum + Math.max(0, due - dueOriginal) / DAY, 0),
  };
}
