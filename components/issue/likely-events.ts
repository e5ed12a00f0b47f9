import { EVENT_KINDS, type EventKind } from '../../lib/domain/accountability/timeline.ts';
import type { Status } from '../../lib/domain/accountability/status.ts';

/** What probably comes next where an issue stands; the likeliest first. */
const LIKELY: Readonly<Record<Status, readonly EventKind[]>> = {
  captured: ['reported', 'note'],
  reported: ['acknowledged', 'info_requested', 'provider_update', 'resolved', 'chased'],
  acknowledged: ['info_requested', 'provider_update', 'resolved', 'workaround_provided', 'chased'],
  with_provider: ['provider_update', 'info_requested', 'resolved', 'workaround_provided', 'chased'],
  waiting_on_us: ['info_provided', 'provider_update', 'resolved'],
  third_party: ['third_party_ended', 'provider_update', 'resolved', 'chased'],
  on_hold: ['hold_released', 'info_requested', 'provider_update', 'chased'],
  agreed_wait: ['agreed_wait_ended', 'provider_update', 'resolved'],
  resolved: ['verified', 'reopened', 'provider_update'],
  verified: ['reopened', 'root_cause_given'],
  withdrawn: ['reported', 'reopened'],
};

export function likelyEvents(status: Status): readonly EventKind[] {
  return LIKELY[status];
}

const THEIRS: readonly EventKind[] = [
  'acknowledged',
  'provider_update',
  'info_requested',
  'workaround_provided',
  'resolved',
  'closed_by_provider',
  'root_cause_given',
  'hold_by_provider',
  'hold_released',
];
const OURS: readonly EventKind[] = [
  'reported',
  'info_provided',
  'chased',
  'escalated',
  'verified',
  'reopened',
  'withdrawn',
];

/** Everything that can be said, by who does it; each kind is in exactly one group. */
export const EVENT_GROUPS = {
  they: THEIRS,
  we: OURS,
  other: EVENT_KINDS.filter((kind) => !THEIRS.includes(kind) && !OURS.includes(kind)),
} as const;

/** Whose doing a line is. */
export function doerOf(event: EventKind, byWhom?: 'us' | 'provider'): 'us' | 'provider' | 'other' {
  if (event === 'priority_changed') return byWhom ?? 'us';
  if (event === 'note') return 'us';
  if (THEIRS.includes(event)) return 'provider';
  return OURS.includes(event) ? 'us' : 'other';
}
