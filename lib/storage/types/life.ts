import type { Instant, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { LedgerHead } from './ledger.ts';
import type { StorageCode, StorageFailure } from './storage-failure.ts';

/** What was known of a log that is gone, for the red banner. */
export type LossInfo = Readonly<{
  ledger: LedgerId;
  n: number;
  link: Sha256Hex;
  issues: number;
  at: Instant;
  foundAt: Instant;
}>;

export type StoreState =
  | Readonly<{ kind: 'opening' }>
  | Readonly<{ kind: 'open'; loss: LossInfo | null }>
  | Readonly<{ kind: 'blocked' }>
  | Readonly<{ kind: 'closed-by-update' }>
  | Readonly<{ kind: 'read-only'; why: 'newer' | 'upgrade-failed' }>
  | Readonly<{ kind: 'terminated' }>
  | Readonly<{ kind: 'disk-full'; code: 'disk-full' | 'blob-write-failed' | 'quota' }>
  | Readonly<{ kind: 'unavailable'; code: StorageCode }>;

export type Quarantined = Readonly<{ where: string; at: Instant; problem: string; json: string }>;

export type Health = Readonly<{
  state: StoreState;
  ledgers: readonly LedgerHead[];
  quarantined: number;
  /** The sentinel could not be written lately: a wiped database would not be noticed. */
  sentinelFailing: boolean;
}>;

export type Unsubscribe = () => void;

/** The connection as visible state. */
export type Life = Readonly<{
  state(): StoreState;
  /** Called at once with the present state, then on every change. */
  subscribe(listener: (state: StoreState) => void): Unsubscribe;
  open(): Promise<StoreState>;
  /** After `unavailable`: one more bounded round of tries. */
  reopen(): Promise<StoreState>;
  close(): void;
  /** The user has seen the banner about a lost log. */
  acknowledgeLoss(): Promise<void>;
  health(): Promise<Health>;
  quarantine(): Promise<readonly Quarantined[]>;
  /** Resolves when the sentinel and background compaction have nothing left to do. */
  settled(): Promise<void>;
  /** Runs `query` (reads of this store only) now and after every change by any window. */
  live<T>(
    query: () => Promise<T>,
    onValue: (value: T) => void,
    onError?: (failure: StorageFailure) => void,
  ): Unsubscribe;
}>;
