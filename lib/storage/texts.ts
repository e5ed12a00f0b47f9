import type { FreshText, GenTables, TextBlock } from './tables.ts';

/** Rows of the log per text block. A block of row numbers k·1000 … k·1000 + 999. */
export const BLOCK_ROWS = 1000;
/** From so many texts at once on they go straight into their blocks. */
const DIRECT_FROM = 200;
const END = '\u0000';

export const blockOf = (row: number): number => Math.floor(row / BLOCK_ROWS);

export function unpackBlock(block: TextBlock): FreshText[] {
  let start = 0;
  return Array.from(block.rows, (row, i) => {
    const end = block.ends[i] ?? start;
    const text = block.text.slice(start, end);
    start = end + END.length;
    const host = block.hosts[block.host[i] ?? 0] ?? '';
    return { row, text, flags: block.flags[i] ?? 0, at: block.at[i] ?? 0, host };
  });
}

/** Packs texts, which must be of one block, in order of their rows. */
export function packBlock(block: number, texts: readonly FreshText[]): TextBlock {
  const sorted = [...texts].sort((left, right) => left.row - right.row);
  const hosts = [...new Set(sorted.map(({ host }) => host))];
  const numbers = new Map(hosts.map((host, i) => [host, i]));
  const ends = new Int32Array(sorted.length);
  let length = 0;
  sorted.forEach(({ text }, i) => {
    length += text.length;
    ends[i] = length;
    length += END.length;
  });
  return {
    block,
    text: sorted.map(({ text }) => text + END).join(''),
    rows: Int32Array.from(sorted, ({ row }) => row),
    ends,
    flags: Uint8Array.from(sorted, ({ flags }) => flags),
    at: Float64Array.from(sorted, ({ at }) => at),
    host: Uint16Array.from(sorted, ({ host }) => numbers.get(host) ?? 0),
    hosts,
  };
}

/** Numbers by which the totals must change. */
export type TextChange = Readonly<{ freshWrites: number; blocksChanged: boolean }>;

/** What `changeTexts` with these will do, told beforehand so that the totals can be written beside it. */
export function textChange(texts: readonly FreshText[], gone: readonly number[], wipe: boolean): TextChange {
  const direct = wipe || texts.length >= DIRECT_FROM;
  return { freshWrites: direct ? 0 : texts.length, blocksChanged: direct || gone.length > 0 };
}

/**
 * Stores texts of new and changed issues and takes those of removed ones out of everywhere, so that no word of them
 * stays. `wipe`: nor of what the changed ones said before. Runs inside the caller's transaction.
 */
export async function changeTexts(
  gen: GenTables,
  texts: readonly FreshText[],
  gone: readonly number[],
  wipe: boolean,
): Promise<void> {
  const direct = wipe || texts.length >= DIRECT_FROM;
  const loose = direct ? [...gone, ...texts.map(({ row }) => row)] : [...gone];
  await Promise.all([
    direct || texts.length === 0 ? null : gen.fresh.bulkPut(texts),
    loose.length === 0 ? null : gen.fresh.bulkDelete(loose),
    // Both at once, because a block may be touched by both.
    direct || gone.length > 0 ? rewriteBlocks(gen, direct ? texts : [], new Set(gone)) : null,
  ]);
}

/** Puts texts into their blocks and takes `gone` out of theirs. */
export async function rewriteBlocks(
  gen: GenTables,
  texts: readonly FreshText[],
  gone: ReadonlySet<number>,
): Promise<void> {
  const byBlock = new Map<number, FreshText[]>();
  for (const row of gone) byBlock.set(blockOf(row), []);
  for (const text of texts) {
    const block = blockOf(text.row);
    const group = byBlock.get(block);
    if (group === undefined) byBlock.set(block, [text]);
    else group.push(text);
  }
  for (const [number, news] of byBlock) {
    const old = await gen.texts.get(number);
    const replaced = new Set(news.map(({ row }) => row));
    const kept =
      old === undefined ? [] : unpackBlock(old).filter(({ row }) => !replaced.has(row) && !gone.has(row));
    const all = [...kept, ...news];
    if (all.length > 0) await gen.texts.put(packBlock(number, all));
    else await gen.texts.delete(number);
  }
}
