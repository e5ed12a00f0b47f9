import { EVERYTHING } from '../../lib/app/log/log-filter.ts';
import type { LogFilter } from '../../lib/app/log/log-filter.ts';
import type { LogCounts, View } from '../../lib/app/log/log-service.ts';

/** More than any screen shows at once, little enough that 100,000 issues open like 100. */
export const FIRST_PAGE = 60;

/** What the list shows. Swapped as a whole, so that no frame mixes old and new. */
export type Snapshot = Readonly<{
  filter: LogFilter;
  /** Lines in the view; null until known. */
  total: number | null;
  phase: 'loading' | 'searching' | 'ready';
  /** Row numbers of the first page; null for a line that could not be read. */
  head: readonly (number | null)[];
  /** Row numbers of the whole view, once somebody needed them. */
  order: Int32Array | null;
}>;

export const EMPTY: Snapshot = { filter: EVERYTHING, total: null, phase: 'loading', head: [], order: null };

/** Row number at a place of the list; null: could not be read, undefined: not known yet. */
export function numberAt({ order, head }: Snapshot, index: number): number | null | undefined {
  return order === null ? head[index] : order[index];
}

/** Lines in a view when the counters know it: everything of a scope, no host, no time. */
export function countOf(view: View, counts: LogCounts | null): number | null {
  const { host, from, to, provider, system } = view;
  if (counts === null || [host, from, to, provider, system].some((filter) => filter !== undefined))
    return null;
  switch (view.scope) {
    case 'log':
      return counts.all;
    case 'trash':
      return counts.trash;
    case 'needs-details':
      return counts.needsDetails;
    default:
      return null;
  }
}
