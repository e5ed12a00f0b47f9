import type { Instant, LedgerId, Sha256Hex } from '../domain/ledger/primitives.ts';

/** `storage.local` under one key, given by the app. `read` gives what was written last, or undefined. */
export type SentinelStore = Readonly<{ read(): Promise<unknown>; write(value: Sentinel): Promise<void> }>;
export type Sentinel = Readonly<{
  ledger: LedgerId;
  n: number;
  link: Sha256Hex;
  issues: number;
  at: Instant;
}>;

export type StoreOptions = Readonly<{
  /** Default `casebook`. */
  name?: string;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  /** IANA zone of this machine; default from Intl. */
  zone?: () => string;
  local: SentinelStore;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /** Waits; replaced in tests. */
  delay?: (ms: number) => Promise<void>;
}>;
