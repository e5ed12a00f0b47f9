import type { IssueRow } from '../../domain/issue/issue-row.ts';
import type { Instant, IssueId } from '../../domain/ledger/primitives.ts';

export type LogCounts = Readonly<{
  /** Not in the trash. */
  all: number;
  trash: number;
  needsDetails: number;
  /** Issues of this profile recorded since the last backup. */
  sinceBackup: number;
  lastBackup: Readonly<{ at: Instant; entries: number; pictures: number; bytes: number }> | null;
}>;

export type AccountScope =
  'open' | 'closed' | 'waiting-us' | 'waiting-provider' | 'overdue' | 'to-verify' | 'recurring';

export type View = Readonly<{
  scope:
    | 'log'
    | 'trash'
    | 'needs-details'
    /** By their accounts, which may lag behind for a moment. */
    | AccountScope;
  /** Ids of the directory; '' = none is known. */
  provider?: string;
  system?: string;
  /** What is late by then is overdue; needed for `overdue`. In ms, so that a view is the same for the same answer. */
  asOf?: number;
  host?: string;
  /** On the last occurrence, `from` inclusive, `to` exclusive. */
  from?: Instant;
  to?: Instant;
  /** `due`: what is due first; then what is not due, newest first. */
  sort: 'newest' | 'oldest' | 'title' | 'host' | 'priority' | 'changed' | 'due';
}>;

/** `row` numbers are valid until the next `rebuild` or import; `id` for ever. */
export type ListRow = IssueRow & Readonly<{ row: number }>;

export type SearchResult = Readonly<{
  ok: boolean;
  /** In the order of the view; partial when `ok` is false because the signal was aborted. */
  rows: Int32Array;
  /** Text records looked at. */
  scanned: number;
}>;

/** The log as a list: no call looks at more than it returns. */
export type LogReading = Readonly<{
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
}>;
