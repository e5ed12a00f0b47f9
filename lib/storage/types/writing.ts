import type { Entry, NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId, Instant, IssueId } from '../../domain/ledger/primitives.ts';
import type { StoredBlob } from './picture.ts';
import type { ProgressOptions } from './progress.ts';
import type { StorageFailure } from './storage-failure.ts';

export type AppendOptions = Readonly<{
  blobs?: readonly StoredBlob[];
  /** Rows to remove in the same transaction. */
  clear?: Readonly<{ pending?: CaptureId; draft?: CaptureId }>;
  /**
   * Whether all this may stay. While null, the transaction is kept open; with false nothing of it is kept and the failure is
   * `aborted`. It must be known soon.
   */
  sure?: () => boolean | null;
}>;

export type AppendResult =
  | Readonly<{
      ok: true;
      /** As stored. On a duplicate: the entry of the first time, or none if it was purged since. */
      entries: readonly Entry[];
      /** A capture with this id was already recorded: nothing was appended, `clear.pending` was still done. */
      duplicate: boolean;
    }>
  | StorageFailure;

/** A capture whose record is on its way. */
export type ComingCapture = Readonly<{
  issueId: IssueId;
  captureId: CaptureId;
  host: string | null;
  at: Instant;
  offsetMin: number;
}>;

/** Everything that changes the log. */
export type Writing = Readonly<{
  /** A new UUIDv7: ids sort by when they were made. */
  newId(): string;
  /** Reads ahead what the append of this capture will need, which then takes less time. True: it is recorded already. */
  foresee(coming: ComingCapture): Promise<boolean>;
  append(newEntries: NewEntry | readonly NewEntry[], options?: AppendOptions): Promise<AppendResult>;
  /** For imports of foreign material and seeds: chunks of at most 1,000 entries, one transaction each. */
  appendMany(
    newEntries: Iterable<NewEntry>,
    options?: ProgressOptions & Readonly<{ blobs?: readonly StoredBlob[] }>,
  ): Promise<Readonly<{ ok: true; appended: number }> | StorageFailure>;
  /** Erases every entry of these issues for good: body, nonce, words, rows, drafts, unshared pictures. */
  purge(
    issueIds: readonly IssueId[],
  ): Promise<Readonly<{ ok: true; entries: number; pictures: number }> | StorageFailure>;
  /** Makes all projections anew beside the old ones, then switches. */
  rebuild(options?: ProgressOptions): Promise<Readonly<{ ok: true; issues: number }> | StorageFailure>;
  /** Moves fresh search texts into their blocks, as happens by itself after appends, and clears what a dead job left. */
  compact(): Promise<void>;
}>;
