import type { IssuePromise } from '../../domain/issue/promises-of.ts';
import type { PromiseOutcome } from '../../domain/accountability/statistics/promises.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { EditResult } from '../log/edits.ts';

export type PromiseFilter = Readonly<{
  owner?: 'us' | 'provider';
  providerId?: string;
  issueId?: IssueId;
  /** Neither kept nor taken back. */
  open?: boolean;
}>;

/** A promise with what has become of it by now. */
export type PromiseRow = IssuePromise & Readonly<{ outcome: PromiseOutcome }>;

export type NewPromise = Readonly<{
  owner: 'us' | 'provider';
  deliverable: string;
  due: Date;
  issueId?: IssueId;
  providerId?: string;
  contactId?: string;
  acceptance?: string;
  /** When it was promised; now when missing. */
  at?: Date;
}>;

/** Promises of both sides. */
export type PromiseService = Readonly<{
  /** In the order in which they are due; again when one becomes overdue. */
  live(
    filter: PromiseFilter,
    onValue: (promises: readonly PromiseRow[]) => void,
    onError: (code: string) => void,
  ): () => void;
  make(promise: NewPromise): Promise<EditResult>;
  move(
    promiseId: string,
    to: Readonly<{ due: Date; agreed: boolean; reason?: string; at?: Date }>,
  ): Promise<EditResult>;
  /** `at` is when it was delivered. */
  keep(promiseId: string, at?: Date): Promise<EditResult>;
  withdraw(promiseId: string, how: Readonly<{ agreed: boolean; reason?: string }>): Promise<EditResult>;
}>;
