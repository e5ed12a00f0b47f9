import { readTotals } from './counters.ts';
import { activeTables, type Database, write } from './tables.ts';
import { BLOCK_ROWS, blockOf, rewriteBlocks } from './texts.ts';

/** From so many fresh texts on they are moved into their blocks. */
export const COMPACT_FROM = 1000;

/** Moves fresh texts into their blocks, a block per transaction: an append never waits for more than that. */
export async function compactTexts(db: Database): Promise<void> {
  for (;;) {
    const moved = await write(db, null, async () => {
      const gen = await activeTables(db);
      const [lowest] = await gen.fresh.limit(1).primaryKeys();
      if (lowest === undefined) return 0;
      const from = blockOf(lowest) * BLOCK_ROWS;
      const texts = await gen.fresh
        .where('row')
        .between(from, from + BLOCK_ROWS)
        .toArray();
      await rewriteBlocks(gen, texts, new Set());
      await gen.fresh.bulkDelete(texts.map(({ row }) => row));
      const totals = await readTotals(gen);
      const left = await gen.fresh.limit(1).primaryKeys();
      await gen.counters.put({
        ...totals,
        freshWrites: left.length === 0 ? 0 : Math.max(0, totals.freshWrites - texts.length),
        textsVersion: totals.textsVersion + 1,
      });
      return texts.length;
    });
    if (moved === 0) return;
  }
}
