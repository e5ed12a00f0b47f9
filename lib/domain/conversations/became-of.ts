import { outcomeOf, type PromiseOutcome } from '../accountability/statistics/promises.ts';
import { promiseFigure, promisesOf, type IssuePromise } from '../issue/promises-of.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Instant } from '../ledger/primitives.ts';
import { msOf } from '../time/instant.ts';
import type { Conversation, Decision } from './conversations-of.ts';

export type KnownPromise = IssuePromise & Readonly<{ outcome: PromiseOutcome }>;

/** A decision with the promise it became; null: it stayed a decision, or the promise was taken back. */
export type DecisionState = Readonly<{ decision: Decision; promise: KnownPromise | null }>;

/** The promises with what became of them by then, as far as it is known now. */
export function promisesNow(entries: readonly Entry[], now: Instant): KnownPromise[] {
  const asOf = msOf(now);
  return promisesOf(entries).map((promise) => ({
    ...promise,
    outcome: outcomeOf(promiseFigure(promise), asOf),
  }));
}

/** As they could be known then: of what was written later nothing. So minutes say the same whenever they are made. */
export function promisesAsOf(entries: readonly Entry[], at: Instant): KnownPromise[] {
  return promisesNow(
    entries.filter(({ recordedAt }) => recordedAt <= at),
    at,
  );
}

/** What became of the decisions of a conversation. */
export function becameOf(
  { decisions }: Pick<Conversation, 'decisions'>,
  promises: readonly KnownPromise[],
): DecisionState[] {
  const byId = new Map(promises.map((promise) => [promise.promiseId, promise]));
  return decisions.map((decision) => ({
    decision,
    promise: (decision.promiseId === undefined ? null : byId.get(decision.promiseId)) ?? null,
  }));
}

export type Kept = Readonly<{ kept: number; of: number }>;

/** Kept on time, of those that are over: delivered, missed, or past their first date. */
export function keptOf(states: readonly DecisionState[], owner: 'us' | 'provider'): Kept {
  const over = states
    .flatMap(({ promise }) => promise ?? [])
    .filter((promise) => promise.owner === owner)
    .filter(({ outcome }) => outcome !== 'openNotDue' && outcome !== 'withdrawn');
  return { kept: over.filter(({ outcome }) => outcome === 'onTime').length, of: over.length };
}
