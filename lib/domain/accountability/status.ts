import type { Walk } from './custody.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';

/** `resolved` is a claim until we verify; closed by the provider is resolved, too. */
export type Status =
  | 'captured'
  | 'reported'
  | 'acknowledged'
  | 'with_provider'
  | 'waiting_on_us'
  | 'third_party'
  | 'on_hold'
  | 'agreed_wait'
  | 'resolved'
  | 'verified'
  | 'withdrawn';

const PASSES_ON = new Set<EventKind>([
  'provider_update',
  'info_requested',
  'info_provided',
  'workaround_provided',
  'root_cause_given',
  'hold_by_provider',
  'third_party_started',
  'agreed_wait_started',
  'reopened',
]);

/** How far the provider has come while the ball is there. */
function phase(events: readonly TimelineEvent[], autoAckCounts: boolean): Status {
  let now: Status = 'reported';
  for (const { event, automatic } of events) {
    if (PASSES_ON.has(event)) return 'with_provider';
    if (event === 'acknowledged' && (autoAckCounts || automatic !== true)) now = 'acknowledged';
  }
  return now;
}

/** Where an issue stands. `events` in order; `walk` made of them. */
export function statusOf(events: readonly TimelineEvent[], { owner }: Walk, autoAckCounts = false): Status {
  switch (owner) {
    case null:
    case 'us_unreported':
      return 'captured';
    case 'provider':
      return phase(events, autoAckCounts);
    case 'us_info':
      return 'waiting_on_us';
    case 'third_party':
      return 'third_party';
    case 'hold':
      return 'on_hold';
    case 'agreed':
      return 'agreed_wait';
    case 'us_verify':
      return 'resolved';
    case 'closed':
      return events.findLast(({ event }) => event === 'verified' || event === 'withdrawn')?.event ===
        'withdrawn'
        ? 'withdrawn'
        : 'verified';
  }
}
