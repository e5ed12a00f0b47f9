import type { NewEntry } from '../../domain/ledger/entry.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { View } from '../../storage/types/log-view.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { EditDeps, Edits } from './edits.ts';
import { createStamp } from './stamp.ts';
import { termsOf } from './terms.ts';

/** What is selected: single issues, or a whole view (with its search) except some. */
export type LogSelection =
  | Readonly<{ kind: 'some'; ids: ReadonlySet<IssueId> }>
  | Readonly<{ kind: 'view'; view: View; text: string; except: ReadonlySet<IssueId> }>;

export type BulkOptions = Readonly<{ signal: AbortSignal; onProgress: (done: number, of: number) => void }>;
export type BulkDone = Readonly<{
  ok: true;
  /** Issues changed; fewer than asked where `stopped`. */
  count: number;
  stopped: boolean;
  undo: ((options: BulkOptions) => Promise<BulkResult>) | null;
}>;
export type BulkResult = BulkDone | StorageFailure;

export type Bulk = Readonly<{
  /** The issues that a selection means now. */
  resolve(selection: LogSelection, signal: AbortSignal): Promise<readonly IssueId[]>;
  trash(ids: readonly IssueId[], options: BulkOptions): Promise<BulkResult>;
  restore(ids: readonly IssueId[], options: BulkOptions): Promise<BulkResult>;
  /** Leaves issues alone that have the label or no room for it. */
  addLabel(ids: readonly IssueId[], label: string, options: BulkOptions): Promise<BulkResult>;
  /** Cannot be undone. */
  purge(ids: readonly IssueId[], options: BulkOptions): Promise<BulkResult>;
}>;

/** One transaction each: small enough to stop quickly and to leave the disk to others, large enough to be fast. */
const CHUNK = 200;

type Before = Readonly<{ id: IssueId; labels: readonly string[] }>;

export function createBulk({ store, now, zone, scrub }: EditDeps & Readonly<{ edit: Edits }>): Bulk {
  const stamp = createStamp(now, zone);

  /** Runs `act` chunk by chunk; what is done stays done when the user stops or a chunk fails. */
  async function inChunks<T>(
    items: readonly T[],
    { signal, onProgress }: BulkOptions,
    act: (chunk: readonly T[]) => Promise<number | StorageFailure>,
  ): Promise<Readonly<{ count: number; reached: number }> | StorageFailure> {
    let count = 0;
    let reached = 0;
    onProgress(0, items.length);
    while (reached < items.length && !signal.aborted) {
      const chunk = items.slice(reached, reached + CHUNK);
      const result = await act(chunk);
      if (typeof result !== 'number') return result;
      count += result;
      reached += chunk.length;
      onProgress(reached, items.length);
    }
    return { count, reached };
  }

  async function append(entries: readonly NewEntry[]): Promise<number | StorageFailure> {
    if (entries.length === 0) return 0;
    const result = await store.append(entries);
    return result.ok ? entries.length : result;
  }

  async function move(
    kind: 'issue.trashed' | 'issue.restored',
    ids: readonly IssueId[],
    options: BulkOptions,
  ): Promise<BulkResult> {
    const result = await inChunks(ids, options, (chunk) =>
      append(chunk.map((issueId): NewEntry => ({ ...stamp(), kind, issueId, body: {} }))),
    );
    if ('code' in result) return result;
    const moved = ids.slice(0, result.reached);
    const back = kind === 'issue.trashed' ? 'issue.restored' : 'issue.trashed';
    return {
      ok: true,
      count: result.count,
      stopped: result.reached < ids.length,
      undo: (again) => move(back, moved, again),
    };
  }

  async function setLabels(wanted: readonly Before[], options: BulkOptions): Promise<BulkResult> {
    const result = await inChunks(wanted, options, (chunk) =>
      append(
        chunk.map(({ id, labels }): NewEntry => ({
          ...stamp(),
          kind: 'issue.labelled',
          issueId: id,
          body: { labels: [...labels] },
        })),
      ),
    );
    if ('code' in result) return result;
    return { ok: true, count: result.count, stopped: result.reached < wanted.length, undo: null };
  }

  async function addLabel(ids: readonly IssueId[], label: string, options: BulkOptions): Promise<BulkResult> {
    const { value: scrubbed } = await scrub(label.toWellFormed().trim());
    const value = cutAt(scrubbed, LIMITS.label);
    const before: Before[] = [];
    const result = await inChunks(ids, options, async (chunk) => {
      const rows = (await store.rowsOf(chunk)).filter((row) => row !== null);
      const open = rows.filter((row) => !row.labels.includes(value) && row.labels.length < LIMITS.labels);
      const done = await append(
        open.map((row): NewEntry => ({
          ...stamp(),
          kind: 'issue.labelled',
          issueId: row.id,
          body: { labels: [...row.labels, value] },
        })),
      );
      if (typeof done === 'number') before.push(...open.map(({ id, labels }) => ({ id, labels })));
      return done;
    });
    if ('code' in result) return result;
    return {
      ok: true,
      count: result.count,
      stopped: result.reached < ids.length,
      undo: (again) => setLabels(before, again),
    };
  }

  return {
    async resolve(selection, signal) {
      if (selection.kind === 'some') return [...selection.ids];
      const terms = termsOf(selection.text);
      const rows =
        terms.length === 0
          ? await store.keys(selection.view)
          : (await store.search(selection.view, terms, signal, () => undefined)).rows;
      const ids: IssueId[] = [];
      for (let from = 0; from < rows.length && !signal.aborted; from += 1000) {
        const found = await store.rows(rows.subarray(from, from + 1000));
        ids.push(...found.flatMap((row) => (row === null || selection.except.has(row.id) ? [] : [row.id])));
      }
      return ids;
    },
    trash: (ids, options) => move('issue.trashed', ids, options),
    restore: (ids, options) => move('issue.restored', ids, options),
    addLabel,
    async purge(ids, options) {
      const result = await inChunks(ids, options, async (chunk) => {
        const done = await store.purge(chunk);
        return done.ok ? chunk.length : done;
      });
      if ('code' in result) return result;
      return { ok: true, count: result.count, stopped: result.reached < ids.length, undo: null };
    },
  };
}
