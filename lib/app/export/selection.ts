import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { View } from '../../storage/types/log-view.ts';
import type { Store } from '../../storage/types/store.ts';
import { termsOf } from '../log/terms.ts';

/** What somebody wants to hand over. `all` is everything but the trash. */
export type ExportSelection =
  | Readonly<{ kind: 'selection'; issueIds: readonly IssueId[] }>
  | Readonly<{ kind: 'view'; view: View; text: string }>
  | Readonly<{ kind: 'all' }>;

const CHUNK = 500;

async function rowNumbers(
  store: Store,
  view: View,
  text: string,
  signal: AbortSignal,
): Promise<ArrayLike<number>> {
  const terms = termsOf(text);
  if (terms.length === 0) return store.keys(view);
  return (await store.search(view, terms, signal, () => {})).rows;
}

/** The issues of a selection, in the order in which they are shown. */
export async function issuesOf(
  store: Store,
  selection: ExportSelection,
  signal: AbortSignal,
): Promise<IssueId[]> {
  if (selection.kind === 'selection') return [...selection.issueIds];
  const view: View = selection.kind === 'all' ? { scope: 'log', sort: 'oldest' } : selection.view;
  const numbers = await rowNumbers(store, view, selection.kind === 'all' ? '' : selection.text, signal);
  const ids: IssueId[] = [];
  for (let at = 0; at < numbers.length; at += CHUNK) {
    signal.throwIfAborted();
    const chunk = Array.from(
      { length: Math.min(CHUNK, numbers.length - at) },
      (_, i) => numbers[at + i] ?? 0,
    );
    for (const row of await store.rows(chunk)) if (row) ids.push(row.id);
  }
  return ids;
}
