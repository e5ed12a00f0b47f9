import type { Entry, ErasedEntry, NewEntry } from '../domain/ledger/entry.ts';
import type {
  CaptureId,
  EntryId,
  Instant,
  IssueId,
  LedgerId,
  Sha256Hex,
} from '../domain/ledger/primitives.ts';
import type { Issue } from '../domain/issue/issue.ts';
import type { IssueRow } from '../domain/issue/issue-row.ts';
import type { PresentPicture } from '../domain/issue/picture.ts';

/** Why storage could not do what it was asked. The words for each live in lib/i18n. */
export type StorageCode =
  | 'disk-full' // nothing can be written; the connection was closed and opens again on the next call
  | 'blob-write-failed' // a picture did not fit, a row without it may: try again without the picture
  | 'quota' // the browser's own limit for this extension
  | 'blocked' // an old window keeps the database from being upgraded; continues by itself
  | 'closed' // a newer Casebook took over: this window must be reloaded
  | 'read-only-newer' // written by a newer Casebook: reading and exporting work, writing does not
  | 'upgrade-failed' // the upgrade was rolled back: as above
  | 'terminated' // the browser closed the database under us
  | 'unavailable' // the database cannot be opened
  | 'not-allowed' // the browser refuses databases here (private mode, history off)
  | 'timeout'
  | 'aborted'
  | 'busy' // another rebuild or import is running
  | 'cancelled' // by the caller's AbortSignal
  | 'no-such-issue' // the issue was purged or never recorded
  | 'invalid' // not a valid entry; `paths` names the fields
  | 'conflict' // import: same ledger and number, other content
  | 'broken-chain' // import: hash or link do not match
  | 'missing-picture' // import: a picture that an entry names is not in the file
  | 'damaged'; // the stored bytes cannot be understood

export type StorageFailure = Readonly<{
  ok: false;
  code: StorageCode;
  /** Names of fields, never values. */
  paths?: readonly string[];
  /** Where in which ledger (import). */
  ledger?: LedgerId;
  n?: number;
}>;

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

export type StoredPicture = Readonly<
  Pick<PresentPicture, 'sha256' | 'crc32' | 'bytes' | 'mime' | 'width' | 'height'> & { blob: Blob }
>;
export type PictureMeta = Omit<StoredPicture, 'blob'>;

export type AppendOptions = Readonly<{
  blobs?: readonly StoredPicture[];
  /** Rows to remove in the same transaction. */
  clear?: Readonly<{ pending?: CaptureId; draft?: CaptureId }>;
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

export type ProgressOptions = Readonly<{
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;

export type LedgerHead = Readonly<{ ledger: LedgerId; code: string; own: boolean }> &
  Readonly<{ n: number; link: Sha256Hex; issues: number }>;

/** The line of an entry as stored. `json` is its canonical text; null once erased. */
export type EntryLine = ChainLine &
  Readonly<{
    ledger: LedgerId;
    id: EntryId;
    kind: string;
    at: Instant;
    recordedAt: Instant;
    issueId?: IssueId;
  }> &
  Readonly<{ json: string | null }>;
export type ChainLine = Readonly<{ n: number; sha256: Sha256Hex; link: Sha256Hex }>;

/** A capture that was begun: put first, cleared by its append. `data` is the caller's (plain JSON). */
export type PendingCapture = Readonly<{ captureId: CaptureId; startedAt: Instant; data: unknown }>;
/** Text being typed, already scrubbed. */
export type Draft = Readonly<{
  captureId: CaptureId;
  issueId: IssueId | null;
  tabId: number | null;
  text: string;
  /** How many secrets were masked in it. */
  masked: number;
  savedAt: Instant;
}>;

export type LogCounts = Readonly<{
  /** Not in the trash. */
  all: number;
  trash: number;
  needsDetails: number;
  /** Issues of this profile recorded since the last backup. */
  sinceBackup: number;
  lastBackup: Readonly<{ at: Instant; entries: number; pictures: number; bytes: number }> | null;
}>;

export type View = Readonly<{
  scope: 'log' | 'trash' | 'needs-details';
  host?: string;
  /** On the last occurrence, `from` inclusive, `to` exclusive. */
  from?: Instant;
  to?: Instant;
  sort: 'newest' | 'oldest' | 'title' | 'host' | 'priority' | 'changed';
}>;
/** `row` numbers are valid until the next `rebuild` or import; `id` for ever. */
export type ListRow = IssueRow & Readonly<{ row: number }>;

export type Quarantined = Readonly<{ where: string; at: Instant; problem: string; json: string }>;

export type Health = Readonly<{
  state: StoreState;
  ledgers: readonly LedgerHead[];
  quarantined: number;
  /** The sentinel could not be written lately: a wiped database would not be noticed. */
  sentinelFailing: boolean;
}>;

/** A line of an import: canonical text with its place in the chain, or what is left of an erased one. */
export type ImportLine = ChainLine &
  Readonly<{ ledger: LedgerId }> &
  (Readonly<{ json: string }> | Readonly<{ erased: ErasedEntry }>);

/** What a backup or a colleague's log contains; `lines` is read twice, each ledger gapless from 1 and in order. */
export type ImportSource = Readonly<{
  lines(): AsyncIterable<readonly ImportLine[]>;
  /** A picture whose bytes the caller has just checked against `sha256`; null when the file lacks it. */
  picture(sha256: Sha256Hex): Promise<StoredPicture | null>;
}>;
export type ImportSummary = Readonly<{
  ok: true;
  ledgers: readonly (Pick<LedgerHead, 'ledger' | 'code' | 'own'> &
    Readonly<{ known: boolean; entries: number; added: number; head: Sha256Hex }>)[];
  /** Lines in the file; of those not here yet; already here; erased by this import. */
  entries: number;
  added: number;
  identical: number;
  erased: number;
  /** Issues that can be read in the file (not erased), and how many of them are not in this log yet. */
  issues: number;
  newIssues: number;
  /** Pictures the new entries name and that are not stored yet. */
  pictures: number;
  pictureBytes: number;
  /** Named pictures that the file lacks (import only: stored as lost). */
  missingPictures: number;
  firstAt: Instant | null;
  lastAt: Instant | null;
}>;

export type SearchResult = Readonly<{
  ok: boolean;
  /** In the order of the view; partial when `ok` is false because the signal was aborted. */
  rows: Int32Array;
  /** Text records looked at. */
  scanned: number;
}>;

export type Verification = Readonly<
  | { ok: true; entries: number; heads: readonly LedgerHead[] }
  | { ok: false; ledger: LedgerId; brokenAt: number }
>;

export type Unsubscribe = () => void;

/**
 * The only way to the database. Writes answer with a union; reads reject with a `StorageProblem`
 * (`storageFailureOf(error)` gives the code) when the database cannot be read at all.
 * Opening happens by itself on the first call.
 */
export type Store = Readonly<{
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
  /** Resolves when the sentinel and background compaction have nothing left to do. */
  settled(): Promise<void>;

  append(newEntries: NewEntry | readonly NewEntry[], options?: AppendOptions): Promise<AppendResult>;
  /** For imports of foreign material and seeds: chunks of at most 1,000 entries, one transaction each. */
  appendMany(
    newEntries: Iterable<NewEntry>,
    options?: ProgressOptions & Readonly<{ blobs?: readonly StoredPicture[] }>,
  ): Promise<Readonly<{ ok: true; appended: number }> | StorageFailure>;
  /** Erases every entry of these issues for good: body, nonce, words, rows, drafts, unshared pictures. */
  purge(
    issueIds: readonly IssueId[],
  ): Promise<Readonly<{ ok: true; entries: number; pictures: number }> | StorageFailure>;
  /** Makes all projections anew beside the old ones, then switches. */
  rebuild(options?: ProgressOptions): Promise<Readonly<{ ok: true; issues: number }> | StorageFailure>;
  /** Moves fresh search texts into their blocks. Runs by itself after appends. */
  compact(): Promise<void>;
  verify(options?: ProgressOptions): Promise<Verification>;

  own(): Promise<LedgerHead>;
  ledgers(): Promise<readonly LedgerHead[]>;

  counts(): Promise<LogCounts>;
  /** Local calendar day of the last occurrence → issues not in the trash; newest first. */
  days(): Promise<readonly Readonly<{ day: string; count: number }>[]>;
  /** Most frequent first; '' for pages without a host. */
  hosts(): Promise<readonly Readonly<{ host: string; count: number }>[]>;
  page(view: View, range: Readonly<{ offset?: number; limit: number }>): Promise<readonly (ListRow | null)[]>;
  keys(view: View): Promise<Int32Array>;
  /** null: gone, or set aside because it could not be understood. */
  rows(rowNumbers: ArrayLike<number>): Promise<readonly (ListRow | null)[]>;
  rowsOf(issueIds: readonly IssueId[]): Promise<readonly (ListRow | null)[]>;
  /** `folded`: terms through `foldText`; all must occur. Newest blocks first, ≤ 8 ms at a time. */
  search(
    view: View,
    folded: readonly string[],
    signal: AbortSignal,
    onHits: (rows: Int32Array) => void,
  ): Promise<SearchResult>;
  releaseSearchCache(): void;

  issue(id: IssueId): Promise<Issue | null>;
  issues(ids: readonly IssueId[]): Promise<readonly (Issue | null)[]>;
  issueByKey(key: string): Promise<Issue | null>;
  issueOfCapture(captureId: CaptureId): Promise<IssueId | null>;
  /** Every line of these issues, all ledgers, in order of ledger and number. */
  entriesOf(issueIds: readonly IssueId[]): Promise<readonly EntryLine[]>;
  /** A page of a ledger from `fromN` (inclusive). */
  entries(ledger: LedgerId, fromN: number, limit: number): Promise<readonly EntryLine[]>;
  chain(ledger: LedgerId, fromN: number, limit: number): Promise<readonly ChainLine[]>;

  picture(sha256: Sha256Hex): Promise<StoredPicture | Readonly<{ missing: true }>>;
  /** Many, in the order asked for; null for each that is gone or cannot be read any more. */
  pictures(hashes: readonly Sha256Hex[]): Promise<readonly (StoredPicture | null)[]>;
  pictureMeta(hashes: readonly Sha256Hex[]): Promise<readonly (PictureMeta | null)[]>;
  /** Hashes that readable entries name, sorted. */
  usedPictureHashes(): Promise<readonly Sha256Hex[]>;

  /** Checks everything and says what an import would do; writes nothing. */
  inspectLedgers(source: ImportSource, options?: ProgressOptions): Promise<ImportSummary | StorageFailure>;
  importLedgers(
    source: ImportSource,
    options?: ProgressOptions & Readonly<{ importId?: string }>,
  ): Promise<ImportSummary | StorageFailure>;

  pending: Readonly<{
    put(row: PendingCapture): Promise<Readonly<{ ok: true }> | StorageFailure>;
    list(): Promise<readonly PendingCapture[]>;
    remove(captureId: CaptureId): Promise<Readonly<{ ok: true }> | StorageFailure>;
  }>;
  drafts: Readonly<{
    put(draft: Draft): Promise<Readonly<{ ok: true }> | StorageFailure>;
    get(captureId: CaptureId): Promise<Draft | null>;
    byTab(tabId: number): Promise<Draft | null>;
    list(): Promise<readonly Draft[]>;
    remove(captureId: CaptureId): Promise<Readonly<{ ok: true }> | StorageFailure>;
  }>;
  quarantine(): Promise<readonly Quarantined[]>;

  /** Runs `query` (reads of this store only) now and after every change by any window. */
  live<T>(
    query: () => Promise<T>,
    onValue: (value: T) => void,
    onError?: (failure: StorageFailure) => void,
  ): Unsubscribe;
}>;
