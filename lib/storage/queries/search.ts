import type { SearchResult, View } from '../types/log-view.ts';
import { readTotals } from '../counters.ts';
import { NEEDS_DETAILS, TRASHED } from '../project.ts';
import {
  activeGeneration,
  type Database,
  type FreshText,
  type Generation,
  type TextBlock,
} from '../tables.ts';
import { asksAccounts } from './account-view.ts';
import { createBreath } from '../breath.ts';
import { viewKeys } from './view.ts';

/** Text blocks read at a time. */
const BATCH = 8;

export type SearchCache = { key: string; blocks: Map<number, TextBlock> };
export const newSearchCache = (): SearchCache => ({ key: '', blocks: new Map() });

type Wanted = Readonly<{
  terms: readonly string[];
  accepts: (text: Omit<FreshText, 'text' | 'row'>) => boolean;
}>;
type Found = Readonly<{ row: number; at: number }>;

/**
 * Looks through the folded texts, newest rows first, in slices of at most 8 ms. No index: a scan of blocks of 1,000
 * texts beats one by words at every size that was measured (speed.md 2d).
 */
export async function searchTexts(
  db: Database,
  cache: SearchCache,
  view: View,
  terms: readonly string[],
  signal: AbortSignal,
  onHits: (rows: Int32Array) => void,
): Promise<SearchResult> {
  const generation = await activeGeneration(db);
  const wanted = { terms: byLength(terms), accepts: acceptorOf(view) };
  // Texts know nothing of accounts: what those leave is looked up first.
  const fitting = asksAccounts(view) ? new Set(await viewKeys(db.t[generation], view)) : null;
  const found: Found[] = [];
  const breath = createBreath();
  let scanned = 0;
  const give = (all: readonly Found[]): void => {
    const hits = fitting === null ? all : all.filter(({ row }) => fitting.has(row));
    if (hits.length === 0) return;
    found.push(...hits);
    onHits(Int32Array.from(hits, ({ row }) => row));
  };

  const [totals, fresh] = await Promise.all([readTotals(db.t[generation]), db.t[generation].fresh.toArray()]);
  const key = `${generation}:${totals.textsVersion}`;
  if (cache.key !== key) Object.assign(cache, { key, blocks: new Map() });
  give(scanFresh(fresh, wanted));
  scanned += fresh.length;
  const replaced = new Set(fresh.map(({ row }) => row));
  const last = Math.floor((totals.nextRow - 1) / 1000);
  for (let high = last; high >= 0; high -= BATCH) {
    const blocks = await blocksBetween(db, generation, cache, Math.max(0, high - BATCH + 1), high);
    for (const block of blocks) {
      if (signal.aborted) return { ok: false, rows: inOrder(found, view), scanned };
      give(scanBlock(block, wanted, replaced));
      scanned += block.rows.length;
      await breath();
    }
  }
  if ((await activeGeneration(db)) !== generation) return searchTexts(db, cache, view, terms, signal, onHits);
  const rows = isByTime(view) ? inOrder(found, view) : await crossed(db, view, found);
  return { ok: !signal.aborted, rows, scanned };
}

/** Newest first; from the cache where it is there. */
async function blocksBetween(
  db: Database,
  generation: Generation,
  cache: SearchCache,
  low: number,
  high: number,
): Promise<TextBlock[]> {
  const numbers = Array.from({ length: high - low + 1 }, (_, i) => high - i);
  const lacking = numbers.filter((block) => !cache.blocks.has(block));
  if (lacking.length > 0) {
    const read = await db.t[generation].texts.bulkGet(lacking);
    for (const block of read) if (block !== undefined) cache.blocks.set(block.block, block);
  }
  return numbers.flatMap((block) => cache.blocks.get(block) ?? []);
}

function scanFresh(fresh: readonly FreshText[], { terms, accepts }: Wanted): Found[] {
  return fresh
    .filter((text) => accepts(text) && terms.every((term) => text.text.includes(term)))
    .map(({ row, at }) => ({ row, at }))
    .reverse();
}

/** Jumps from hit to hit of the longest term through the whole block; only there are the other terms looked for. */
export function scanBlock(
  block: TextBlock,
  { terms, accepts }: Wanted,
  replaced: ReadonlySet<number>,
): Found[] {
  const [first = '', ...others] = terms;
  const hits: Found[] = [];
  let from = 0;
  while (from < block.text.length) {
    const place = block.text.indexOf(first, from);
    if (place < 0) break;
    const i = indexAt(block.ends, place);
    const end = block.ends[i] ?? block.text.length;
    const start = i === 0 ? 0 : (block.ends[i - 1] ?? 0) + 1;
    const row = block.rows[i] ?? -1;
    const at = block.at[i] ?? 0;
    const facts = { flags: block.flags[i] ?? 0, at, host: block.hosts[block.host[i] ?? 0] ?? '' };
    if (!replaced.has(row) && accepts(facts)) {
      const text = others.length === 0 ? '' : block.text.slice(start, end);
      if (others.every((term) => text.includes(term))) hits.push({ row, at });
    }
    from = end + 1;
  }
  return hits.reverse();
}

/** The text that holds a place: the first whose end is not before it. */
function indexAt(ends: Int32Array, place: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const byLength = (terms: readonly string[]): string[] =>
  terms.filter((term) => term !== '').sort((left, right) => right.length - left.length);

function acceptorOf({ scope, host, from, to }: View): Wanted['accepts'] {
  const low = from === undefined ? -Infinity : Date.parse(from);
  const high = to === undefined ? Infinity : Date.parse(to);
  return (text) => {
    const trashed = (text.flags & TRASHED) !== 0;
    if (trashed !== (scope === 'trash')) return false;
    if (scope === 'needs-details' && (text.flags & NEEDS_DETAILS) === 0) return false;
    return (host === undefined || text.host === host) && text.at >= low && text.at < high;
  };
}

const isByTime = (view: View): boolean => !asksAccounts(view) && ordersByTime(view);

const ordersByTime = ({ sort, host }: View): boolean =>
  sort === 'newest' || sort === 'oldest' || (sort === 'host' && host !== undefined);

/** The same order as the index: by time, then by row. */
function inOrder(found: readonly Found[], { sort }: View): Int32Array {
  const sign = sort === 'oldest' ? -1 : 1;
  const sorted = [...found].sort((left, right) => sign * (right.at - left.at || left.row - right.row));
  return Int32Array.from(sorted, ({ row }) => row);
}

async function crossed(db: Database, view: View, found: readonly Found[]): Promise<Int32Array> {
  const within = new Set(found.map(({ row }) => row));
  const keys = await viewKeys(db.t[await activeGeneration(db)], view);
  return keys.filter((row) => within.has(row));
}
