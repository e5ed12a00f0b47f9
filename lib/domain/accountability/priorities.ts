import type { Priority } from '../issue/priority.ts';
import type { Ms } from '../time/instant.ts';
import { momentOf, type Moment, type TimelineEvent } from './timeline.ts';

export type FirstPriority = Readonly<{ us: Priority | null; provider: Priority | null }>;

/** The priority that sets the targets, and since when if it changed on the way. */
export type PriorityInForce = Readonly<{ priority: Priority | null; changed: Moment | null }>;

/**
 * The priority in force at a moment, on the side whose priority the agreement takes; ours while the provider has none.
 * `events` in order.
 */
export function priorityAt(
  events: readonly TimelineEvent[],
  first: FirstPriority,
  whose: 'us' | 'provider',
  at: Ms,
): PriorityInForce {
  const now = { us: first.us, provider: first.provider };
  const current = () => now[whose] ?? now.us;
  let changed: Moment | null = null;
  for (const event of events) {
    if (event.at > at) break;
    if (event.to === undefined) continue;
    if (event.event !== 'priority_changed' && event.event !== 'reported') continue;
    const before = current();
    now[event.byWhom ?? 'us'] = event.to;
    if (event.event === 'priority_changed' && before !== current()) changed = momentOf(event);
  }
  return { priority: current(), changed };
}
