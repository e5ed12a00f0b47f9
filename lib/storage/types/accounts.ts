import type { Around } from '../../domain/accountability/account-of-source.ts';
import type { AccountRow } from '../../domain/accountability/account-row.ts';
import type { AccountSource } from '../../domain/accountability/account-source.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Ms } from '../../domain/time/instant.ts';
import type { ProgressOptions } from './progress.ts';
import type { StorageFailure } from './storage-failure.ts';

export type { AccountRow };

export type AccountCounts = Readonly<{
  open: number;
  closed: number;
  waitingUs: number;
  waitingProvider: number;
  overdue: number;
  /** Of those on us: a question of the provider, or a fix to look at. */
  toAnswer: number;
  toVerify: number;
  recurring: number;
}>;

export type FollowState = Readonly<{
  /** Lines of the log that have no account yet, out of all; null: all have. */
  filling: Readonly<{ left: number; total: number }> | null;
  /** Entries that are not followed yet. */
  behind: number;
  /** Changes with every change of any account. */
  change: number;
  /** When time alone changes an account next. */
  next: Ms | null;
}>;

/** An account with what it was made of. */
export type KeptAccount = Readonly<{ row: number; v: AccountRow; source: AccountSource }>;

/** Up to which change the accounts of a provider are known; of another generation it is worth nothing. */
export type KnownUpTo = Readonly<{ token: string; change: number; gone: number }>;

/** Accounts of one provider that were changed since; `all`: forget what is known. */
export type ProviderAccounts = Readonly<{
  known: KnownUpTo;
  all: boolean;
  rows: readonly KeptAccount[];
  /** There are more: ask again from `known` on. */
  more: boolean;
}>;

/**
 * Who has the ball in every issue: made of the log and the directory by whoever shows it, never by an append, so it may
 * lag behind for a moment.
 */
export type AccountReading = Readonly<{
  accounts: Readonly<{
    /** Follows what was written, the directory and the time. One window at a time: the caller sees to that. */
    follow(
      options: ProgressOptions & Readonly<{ directory: Directory; asOf: Ms; around: Around }>,
    ): Promise<Readonly<{ ok: true }> | StorageFailure>;
    state(): Promise<FollowState>;
    /** In the order of the numbers; null: not followed yet, or in the trash. */
    rows(rowNumbers: ArrayLike<number>): Promise<readonly (AccountRow | null)[]>;
    counts(now: Ms): Promise<AccountCounts>;
    /** By id; '' for issues without a provider. */
    providers(now: Ms): Promise<ReadonlyMap<string, AccountCounts>>;
    /** Some hundred of those changed after `since`, which an earlier call returned; in the order of their changes. */
    ofProvider(providerId: string, since: KnownUpTo | null): Promise<ProviderAccounts>;
  }>;
}>;
