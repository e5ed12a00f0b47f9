import { momentOf, type Moment, type TimelineEvent } from './timeline.ts';

/** From when it was the provider's to fix until it was said to be fixed. Reopening begins another. */
export type Cycle = Readonly<{
  from: Moment;
  /** null while it is open. */
  to: Moment | null;
  /** Ended by taking it back: nothing is judged. */
  withdrawn: boolean;
}>;

export type Fixes = Readonly<{
  cycles: readonly Cycle[];
  /** How often it was reopened after somebody had called it done. */
  reopened: number;
  /** First time service was back: a workaround, or the fix. */
  restoredAt: Moment | null;
}>;

const ENDS = new Set(['resolved', 'closed_by_provider', 'verified', 'withdrawn']);

/** The attempts at fixing it. `events` in order; `start` = begin of the first one, null when it was never reported. */
export function fixesOf(events: readonly TimelineEvent[], start: Moment | null): Fixes {
  const cycles: Cycle[] = [];
  let open: Moment | null = null;
  let reopened = 0;
  let workaround: Moment | null = null;
  for (const event of events) {
    const { event: kind } = event;
    if (kind === 'reported' && cycles.length === 0) open ??= start;
    else if (kind === 'workaround_provided' && open) workaround ??= momentOf(event);
    else if (ENDS.has(kind) && open) {
      cycles.push({ from: open, to: momentOf(event), withdrawn: kind === 'withdrawn' });
      open = null;
    } else if (kind === 'reopened' && !open && cycles.length > 0) {
      reopened += 1;
      open = momentOf(event);
    }
  }
  if (open) cycles.push({ from: open, to: null, withdrawn: false });
  return { cycles, reopened, restoredAt: workaround };
}

/** Where service was back: at the first workaround, after which reopening concerns the fix only; else with the cycles. */
export function restoreCycles({ cycles, restoredAt }: Fixes): readonly Cycle[] {
  if (!restoredAt) return cycles;
  return cycles
    .filter(({ from }) => from.at <= restoredAt.at)
    .map((cycle) =>
      cycle.to === null || cycle.to.at > restoredAt.at
        ? { ...cycle, to: restoredAt, withdrawn: false }
        : cycle,
    );
}
