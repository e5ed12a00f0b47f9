import { throwIfAborted } from '../failure.ts';
import type { ProgressOptions } from '../types/progress.ts';
import type { RowChange } from './change-rows.ts';
import { renewed } from './make-row.ts';
import { changeOf, commit, type Work } from './work.ts';

/** Accounts made anew from what they were made of, at a time. */
const RENEW_BATCH = 200;

/** Makes these rows anew from what they were made of: the log is not read. */
export async function renew(work: Work, rows: readonly number[], onProgress?: ProgressOptions['onProgress']) {
  const { tables, options, breathe } = work;
  for (let i = 0; i < rows.length; i += RENEW_BATCH) {
    throwIfAborted(options.signal);
    for (;;) {
      const since = await changeOf(work);
      const before = await tables.rows.bulkGet(rows.slice(i, i + RENEW_BATCH));
      const puts: RowChange['puts'][number][] = [];
      for (const row of before) {
        if (row === undefined) continue;
        puts.push(renewed(row, options));
        await breathe();
      }
      if (await commit(work, { puts, gone: [], marker: {}, since })) break;
    }
    onProgress?.(Math.min(rows.length, i + RENEW_BATCH), rows.length);
  }
}

/** What time alone has changed. */
export async function followTime(work: Work): Promise<void> {
  const { tables, options } = work;
  for (;;) {
    const rows = await tables.rows.where('u').belowOrEqual(options.asOf).limit(RENEW_BATCH).primaryKeys();
    if (rows.length === 0) return;
    await renew(work, rows);
  }
}
