import type { Priority } from '../../../lib/domain/issue/priority.ts';
import type { Owner } from '../../../lib/domain/accountability/owner.ts';
import type { Terms } from '../../../lib/domain/accountability/terms.ts';
import type { EventKind } from '../../../lib/domain/accountability/timeline.ts';

/** A timeline on whole minutes; the oracle counts its minutes from any zero. */
export type OracleEvent = Readonly<{
  event: EventKind;
  at: number;
  automatic?: boolean;
  until?: number;
  to?: Priority;
}>;

export type OraclePolicy = Readonly<
  Pick<Terms, 'reopen' | 'priorityChange' | 'autoAckCounts'> & {
    pauseOn: readonly Owner[];
    /** Minutes by priority; 0 = for those without. */
    response: Readonly<Partial<Record<Priority | 0, number>>>;
    resolution: Readonly<Partial<Record<Priority | 0, number>>>;
  }
>;

/** All times in whole minutes since the beginning of the two opening tables. */
export type OracleCase = Readonly<{
  occurred: number | null;
  /** In order. */
  events: readonly OracleEvent[];
  asOf: number;
  policy: OraclePolicy;
  providerOpen: Uint8Array;
  oursOpen: Uint8Array;
}>;
