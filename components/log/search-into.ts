import type { LogFilter } from '../../lib/app/log/log-filter.ts';
import type { LogService, View } from '../../lib/app/log/log-service.ts';
import { createHitList, paced } from './hit-list.ts';
import { FIRST_PAGE } from './list-snapshot.ts';
import type { Snapshot } from './list-snapshot.ts';
import { createRowCache, fillCache } from './row-cache.ts';
import type { RowCache } from './row-cache.ts';

/** Hits of a running search are shown this often. */
const HITS_MS = 60;

type Screen = Readonly<{
  show(next: Snapshot, rows: RowCache): void;
  visible(): Readonly<{ first: number; last: number }>;
  /** Runs what may fail beside the search. */
  guard(work: () => Promise<void>): void;
}>;

/** Searches a view and shows what is found while it is being found; the end result last. */
export async function searchInto(
  { log, later }: Readonly<{ log: LogService; later: Parameters<typeof paced>[2] }>,
  filter: LogFilter,
  view: View,
  signal: AbortSignal,
  screen: Screen,
): Promise<void> {
  const rows = createRowCache();
  const hits = createHitList();
  let finished = false;
  const show = async (phase: 'searching' | 'ready', order: Int32Array, from: number, to: number) => {
    await fillCache(rows, [...order.subarray(from, to)], log.rows);
    if (signal.aborted || (finished && phase === 'searching')) return;
    screen.show({ filter, total: order.length, phase, head: [], order }, rows);
  };
  const showing = paced(
    () => screen.guard(() => show('searching', hits.copy(), 0, FIRST_PAGE)),
    HITS_MS,
    later,
  );
  const result = await log.search(view, filter.text, signal, (found) => {
    hits.add(found);
    // Only "newest first" finds in its own order; the others are shown when they are sorted.
    if (filter.sort === 'newest' && !signal.aborted) showing.run();
  });
  finished = true;
  showing.stop();
  if (signal.aborted) return;
  const { first, last } = screen.visible();
  await show('ready', result.rows, first, Math.max(last + 1, first + FIRST_PAGE));
}
