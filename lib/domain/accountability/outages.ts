import type { AgreementVersion } from '../directory/agreement.ts';
import type { IssueId } from '../ledger/primitives.ts';
import type { Priority } from '../issue/priority.ts';
import type { Account } from './account.ts';
import { restoreCycles } from './fixes.ts';
import type { Moment } from './timeline.ts';

/** When something was down: what one issue says about the availability that was agreed. */
export type Outage = Readonly<{
  issue: IssueId;
  agreement: string;
  /** false: it has no priority, or the provider was never told, so it may have been one or not. */
  sure: boolean;
  /** `to` null: still down. Reopening begins another. */
  spans: readonly Readonly<{ from: Moment; to: Moment | null }>[];
}>;

export type OutageFacts = Readonly<{
  issue: IssueId;
  agreement: string;
  /** Judged by it. */
  version: Pick<AgreementVersion, 'availability'>;
  /** In force at the end; null: nobody said. */
  priority: Priority | null;
}>;

/** Never told: from the first occurrence until it was closed. */
function untold({ stretches, owner }: Account): Outage['spans'] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return [];
  return [{ from: first.from, to: owner === 'closed' ? last.to : null }];
}

/**
 * Down from where the clocks begin until service was back, by the clock on the wall: pauses do not bring it back. null
 * where no availability was agreed, the priority is too low to count, or the issue was withdrawn.
 */
export function outageOf(account: Account, { version, priority, ...names }: OutageFacts): Outage | null {
  const { availability } = version;
  if (availability === undefined || account.status === 'withdrawn') return null;
  if (priority !== null && priority > (availability.downPriority ?? 1)) return null;
  const told = restoreCycles(account.fixes).filter(({ withdrawn }) => !withdrawn);
  const spans = told.length > 0 ? told.map(({ from, to }) => ({ from, to })) : untold(account);
  return spans.length === 0 ? null : { ...names, sure: priority !== null && told.length > 0, spans };
}
