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

/** Stores texts of new and changed issues; runs inside the caller's transaction. */
export async function putTexts(gen: GenTables, texts: readonly FreshText[]): Promise<TextChange> {
  if (texts.length < DIRECT_FROM) {
    if (texts.length > 0) await gen.fresh.bulkPut(texts);
    return { freshWrites: texts.length, blocksChanged: false };
  }
  await rewriteBlocks(gen, texts, new Set());
  await gen.fresh.bulkDelete(texts.map(({ row }) => row));
  return { freshWrites: 0, blocksChanged: true };
}

/** Takes the texts of removed issues out of everywhere, so that no word of them stays. */
export async function removeTexts(gen: GenTables, rows: readonly number[]): Promise<TextChange> {
  if (rows.length === 0) return { freshWrites: 0, blocksChanged: false };
  await gen.fresh.bulkDelete([...rows]);
  await rewriteBlocks(gen, [], new Set(rows));
  return { freshWrites: 0, blocksChanged: true };
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
