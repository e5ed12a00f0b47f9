import type { IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ListRow, LogCounts, SearchResult, View } from '../../storage/types/log-view.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import { similarTo } from './similar.ts';
import type { Similar } from './similar.ts';
import type { Store } from '../../storage/types/store.ts';
import { createBulk } from './bulk.ts';
import type { Bulk } from './bulk.ts';
import { createEdits } from './edits.ts';
import type { Edits, Scrub } from './edits.ts';
import { issueDetail } from './issue-detail.ts';
import type { IssueDetail } from './issue-detail.ts';
import { createJoining } from './joining.ts';
import type { Joining } from './joining.ts';
import { termsOf } from './terms.ts';

export type { ListRow, LogCounts, View } from '../../storage/types/log-view.ts';
export type { IssueId };

/** Everything that the log's screens may ask or change. Reads reject where the database cannot be read. */
export type LogService = Readonly<{
  now(): Date;
  counts(): Promise<LogCounts>;
  hosts(): Promise<readonly Readonly<{ host: string; count: number }>[]>;
  /** The first lines without looking at the rest. */
  page(view: View, limit: number): Promise<readonly (ListRow | null)[]>;
  /** Row numbers of the whole view, in order. */
  keys(view: View): Promise<Int32Array>;
  rows(rowNumbers: ArrayLike<number>): Promise<readonly (ListRow | null)[]>;
  rowsOf(ids: readonly IssueId[]): Promise<readonly (ListRow | null)[]>;
  /** `text` as typed; hits come while it is still looking. */
  search(
    view: View,
    text: string,
    signal: AbortSignal,
    onHits: (rows: Int32Array) => void,
  ): Promise<SearchResult>;
  detail(id: IssueId): Promise<IssueDetail | null>;
  /** Called now and whenever this issue changed, in any window. */
  liveDetail(
    id: IssueId,
    onValue: (detail: IssueDetail | null) => void,
    onError: (code: string) => void,
  ): () => void;
  /** Called with the counters now and after every change by any window; reads counters only, never the log. */
  onChange(listener: (counts: LogCounts) => void, onError: (code: string) => void): () => void;
  /** null: the file is gone although the log names it. */
  picture(sha256: Sha256Hex): Promise<Blob | null>;
  /** Issues that may be the same problem as this one, the likeliest first. */
  similar(id: IssueId): Promise<readonly Similar[]>;
  edit: Edits;
  join: Joining;
  bulk: Bulk;
}>;

export type LogServiceDeps = Readonly<{
  store: Store;
  now: () => Date;
  zone: () => string;
  /** Masks secrets in what people type, before it is stored. */
  scrub: Scrub;
}>;

const MOST_SIMILAR = 3;

export function createLogService(deps: LogServiceDeps): LogService {
  const { store } = deps;
  const edit = createEdits(deps);
  const failed = (onError: (code: string) => void) => (failure: StorageFailure) => onError(failure.code);
  return {
    now: deps.now,
    counts: () => store.counts(),
    hosts: () => store.hosts(),
    page: (view, limit) => store.page(view, { limit }),
    keys: (view) => store.keys(view),
    rows: (numbers) => store.rows(numbers),
    rowsOf: (ids) => store.rowsOf(ids),
    search: (view, text, signal, onHits) => store.search(view, termsOf(text), signal, onHits),
    detail: (id) => issueDetail(store, id),
    liveDetail: (id, onValue, onError) => store.live(() => issueDetail(store, id), onValue, failed(onError)),
    onChange: (listener, onError) =>
      store.live(
        async () => {
          // Every append, purge and import moves the head of a ledger, so these few rows tell of any change.
          await store.ledgers();
          return store.counts();
        },
        listener,
        failed(onError),
      ),
    async picture(sha256) {
      const found = await store.picture(sha256);
      return 'missing' in found ? null : found.blob;
    },
    similar: (id) => similarTo(store, id, MOST_SIMILAR),
    edit,
    join: createJoining(deps),
    bulk: createBulk({ ...deps, edit }),
  };
}
