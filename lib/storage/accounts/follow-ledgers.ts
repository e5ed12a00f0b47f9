import type { LedgerId } from '../../domain/ledger/primitives.ts';
import { problem, throwIfAborted } from '../failure.ts';
import { pointsAt } from '../places.ts';
import { readMarker } from './change-rows.ts';
import { account, BATCH } from './fold.ts';
import { commit, type Work } from './work.ts';

/** Lines of a ledger looked at a time. */
const LINES = 1000;

async function linesAfter({ db }: Work, ledger: LedgerId, n: number) {
  const head = (await db.t.ledgers.get(ledger))?.n ?? 0;
  const to = Math.min(head, n + LINES);
  if (to <= n) return { rows: [], to: n, left: 0 };
  const rows = await db.t.entries
    .where('[ledger+n]')
    .between([ledger, n], [ledger, to], false, true)
    .toArray();
  return { rows, to, left: head - to };
}

/** What was written since: the issues that new lines are about, and those they belong to or belonged to. */
export async function followLedgers(work: Work): Promise<void> {
  const { db, tables, options } = work;
  for (const { ledger } of await db.t.ledgers.toArray()) {
    for (;;) {
      throwIfAborted(options.signal);
      const marker = await readMarker(tables);
      if (marker === null) throw problem('aborted');
      const { rows, to, left } = await linesAfter(work, ledger, marker.heads[ledger] ?? 0);
      const named = rows.flatMap((row) => (row.issueId === undefined ? [] : [row.issueId, ...pointsAt(row)]));
      const ids = new Set(named);
      if (ids.size > 0) {
        const groups = await tables.rows
          .where('m')
          .anyOf([...ids])
          .toArray();
        for (const { id } of groups) ids.add(id);
      }
      const all = [...ids];
      for (let i = 0; i < all.length; i += BATCH) {
        throwIfAborted(options.signal);
        await account(work, all.slice(i, i + BATCH), {});
      }
      const heads = { ...marker.heads, [ledger]: to };
      if (to > (marker.heads[ledger] ?? 0)) await commit(work, { puts: [], gone: [], marker: { heads } });
      if (left <= 0) break;
    }
  }
}

/** Issues of which a part was purged. */
export async function followPurges(work: Work): Promise<void> {
  for (;;) {
    const again = (await readMarker(work.tables))?.again ?? [];
    if (again.length === 0) return;
    const rest = again.slice(BATCH);
    await account(work, again.slice(0, BATCH), { again: rest });
  }
}
