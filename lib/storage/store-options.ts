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

/** For browsers on LevelDB. Whether its log may end in half a record, in `storage.local` beside the sentinel. */
export type TornLog = Readonly<{
  read(): Promise<unknown>;
  write(torn: boolean): Promise<void>;
  /** Bytes that can still be stored; null where nobody tells. */
  free(): Promise<number | null>;
}>;

export type StoreOptions = Readonly<{
  /** Default `casebook`. */
  name?: string;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  /** IANA zone of this machine; default from Intl. */
  zone?: () => string;
  local: SentinelStore;
  /** Who writes, as the directory knows them; undefined: nobody said. Asked for every entry, so it must not wait. */
  reporter?: () => string | undefined;
  /** Absent where the browser keeps its databases in something else. */
  tornLog?: TornLog | undefined;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  /** Waits; replaced in tests. */
  delay?: (ms: number) => Promise<void>;
}>;
