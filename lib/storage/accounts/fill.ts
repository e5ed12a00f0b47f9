import { throwIfAborted } from '../failure.ts';
import { readTotals } from '../counters.ts';
import { account, BATCH } from './fold.ts';
import type { Marker } from './tables.ts';
import type { Work } from './work.ts';

/** The first time: every line of the log, newest first, so that what people look at comes first. */
export async function fill(work: Work, marker: Marker): Promise<void> {
  const { gen, options } = work;
  const total = (await readTotals(gen)).nextRow - 1;
  let from = marker.filled ?? 0;
  while (from > 0) {
    throwIfAborted(options.signal);
    const rows = await gen.issues.where('row').belowOrEqual(from).reverse().limit(BATCH).toArray();
    const last = rows.at(-1);
    from = last === undefined ? 0 : last.row - 1;
    const ids = rows.flatMap(({ t, v }) => (t === 1 ? [] : [v.id]));
    await account(work, ids, { filled: from === 0 ? null : from });
    options.onProgress?.(total - from, total);
  }
}
