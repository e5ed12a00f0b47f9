import type { EventBody } from '../../domain/issue/bodies.ts';
import type { EventKind } from '../../domain/accountability/timeline.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import { momentOf } from '../moment.ts';
import type { NewLine } from './timeline-service.ts';

/** A time typed in that lies further back than this was remembered, not just observed. */
const JUST_NOW_MS = 2 * 60_000;

const BY_PROVIDER: ReadonlySet<EventKind> = new Set([
  'acknowledged',
  'provider_update',
  'info_requested',
  'hold_by_provider',
  'hold_released',
  'third_party_started',
  'third_party_ended',
  'workaround_provided',
  'resolved',
  'closed_by_provider',
  'root_cause_given',
]);

export function sideOf({ event, byWhom }: Pick<EventBody, 'event' | 'byWhom'>): 'us' | 'provider' {
  return BY_PROVIDER.has(event) || byWhom === 'provider' ? 'provider' : 'us';
}

/** Something that anybody can look up says when it was. */
function isDocumented({ ticket, channel }: Pick<EventBody, 'ticket' | 'channel'>): boolean {
  return (ticket !== undefined && ticket.trim() !== '') || channel === 'email' || channel === 'portal';
}

/** When it happened, how sure that is, and who did it. */
export function stampOf(line: NewLine, now: Date, zone: string) {
  const { at, plusMinusMin = 0 } = line;
  const seenJustNow = now.getTime() - at.getTime() <= JUST_NOW_MS && plusMinusMin === 0;
  const certainty: NewEntry['certainty'] = seenJustNow
    ? 'exact'
    : isDocumented(line)
      ? 'documented'
      : 'recalled';
  return {
    ...momentOf(at, zone),
    certainty,
    ...(plusMinusMin > 0 ? { plusMinusMin: Math.round(plusMinusMin) } : {}),
    by: { side: sideOf(line) },
  };
}
