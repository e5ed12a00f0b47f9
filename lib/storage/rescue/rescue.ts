import type { ErasedEntry } from '../../domain/ledger/entry.ts';
import { ledgerId } from '../../domain/ledger/primitives.ts';
import type { LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import { GENESIS_LINK } from '../../domain/ledger/chain.ts';
import { chainOfRows, type ProvedPlace } from './chain-of-rows.ts';
import { openRawDatabase, type RawDatabase } from './raw-database.ts';
import { erasedIn, readRow, type RowFacts } from './read-row.ts';

/**
 * What could not be read, or not as what it was. `database`: none of it. `table`: from some place on. `row`: nothing of it.
 * `content`: its place in the chain is proved, its content is not understood. `unlinked`: it reads, but after a gap.
 */
export type Lost = Readonly<{ what: 'database' | 'table' | 'row' | 'content' | 'unlinked'; where: string }>;

export type RescuedLine = Readonly<{ n: number; sha256: Sha256Hex; link: Sha256Hex }> &
  (Readonly<{ json: string }> | Readonly<{ erased: ErasedEntry }> | Readonly<{ withheld: true }>);

export type Rescue = Readonly<{
  ledgers: readonly Readonly<{ ledger: LedgerId; own: boolean; n: number; link: Sha256Hex }>[];
  lines(ledger: LedgerId, fromN: number, limit: number): Promise<readonly RescuedLine[]>;
  /** Keys of everything beside the log that has a row. */
  blobKeys: readonly string[];
  blob(key: string): Promise<Blob | null>;
  /** Rows as they lie there, by what they are: damaged ones, those after a gap, drafts, captures that were begun. */
  raw: readonly Readonly<{ of: 'quarantine' | 'damaged' | 'unlinked' | 'unfinished'; row: unknown }>[];
  lost: readonly Lost[];
  close(): void;
}>;

export type RescueOptions = Readonly<{
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  signal?: AbortSignal;
  onProgress?: (rows: number) => void;
}>;

type Found = { facts: Map<number, RowFacts>; last: number };

/** Reads row by row whatever can still be read of a log, and never writes. Never throws but for the caller's signal. */
export async function openRescue(options: RescueOptions = {}): Promise<Rescue> {
  const idb = options.indexedDB ?? globalThis.indexedDB;
  const ranges = options.IDBKeyRange ?? globalThis.IDBKeyRange;
  const name = options.name ?? 'casebook';
  const lost: Lost[] = [];
  const raw: Rescue['raw'][number][] = [];
  const db = await openRawDatabase(name, { indexedDB: idb, IDBKeyRange: ranges });
  if (db === null) lost.push({ what: 'database', where: name });

  /** Every readable row of a table; the others are noted. */
  async function* each(table: string): AsyncGenerator<Readonly<{ key: IDBValidKey; row: unknown }>> {
    if (db === null || !db.has(table)) return;
    for await (const found of db.rows(table)) {
      options.signal?.throwIfAborted();
      if ('row' in found) yield found;
      else if (found.key === null) lost.push({ what: 'table', where: table });
      else lost.push({ what: 'row', where: `${table} ${keyText(found.key)}` });
    }
  }

  const heads = new Map<string, number>();
  for await (const { key, row } of each('ledgers')) {
    const n = typeof row === 'object' && row !== null && 'n' in row ? row.n : null;
    if (typeof n === 'number') heads.set(keyText(key), n);
  }
  let own = '';
  for await (const { key, row } of each('meta'))
    if (key === 'own' && typeof row === 'object' && row !== null && 'ledger' in row) own = String(row.ledger);
  for await (const { row } of each('quarantine')) raw.push({ of: 'quarantine', row });
  for (const table of ['drafts', 'pending'])
    for await (const { row } of each(table)) raw.push({ of: 'unfinished', row });

  const found = new Map<LedgerId, Found>();
  let read = 0;
  for await (const { key, row } of each('entries')) {
    options.onProgress?.((read += 1));
    const [ledger, n] = Array.isArray(key) ? key : [];
    const id = ledgerId.safeParse(ledger);
    // Lines behind the head, or under another key, belong to an import that nobody finished.
    if (!id.success || typeof n !== 'number' || n > (heads.get(id.data) ?? Infinity)) continue;
    const of = found.get(id.data) ?? { facts: new Map<number, RowFacts>(), last: 0 };
    of.facts.set(n, readRow(row, id.data, n));
    of.last = Math.max(of.last, n);
    found.set(id.data, of);
  }

  const chains = new Map<LedgerId, readonly ProvedPlace[]>();
  for (const [ledger, { facts, last }] of found) {
    const chain = chainOfRows(facts, Math.max(last, heads.get(ledger) ?? 0));
    chains.set(ledger, chain);
    for (const [index, { state }] of chain.entries()) {
      if (state !== 'damaged') continue;
      lost.push({ what: 'content', where: `entries ${ledger} ${index + 1}` });
      raw.push({ of: 'damaged', row: await rowAt(db, ranges, ledger, index + 1) });
    }
    for (let n = chain.length + 1; n <= last; n += 1) {
      if (!facts.has(n)) continue;
      lost.push({ what: 'unlinked', where: `entries ${ledger} ${n}` });
      raw.push({ of: 'unlinked', row: await rowAt(db, ranges, ledger, n) });
    }
  }

  const blobs: string[] = [];
  for await (const { key } of each('blobs')) blobs.push(keyText(key));

  return {
    ledgers: [...chains].map(([ledger, chain]) => ({
      ledger,
      own: ledger === own,
      n: chain.length,
      link: chain.at(-1)?.link ?? GENESIS_LINK,
    })),
    async lines(ledger, fromN, limit) {
      const places = (chains.get(ledger) ?? []).slice(fromN - 1, fromN - 1 + limit);
      const rows = new Map<number, unknown>();
      const range = ranges.bound([ledger, fromN], [ledger, fromN + places.length - 1]);
      if (db !== null)
        for await (const one of db.rows('entries', range))
          if ('row' in one && Array.isArray(one.key)) rows.set(Number(one.key[1]), one.row);
      return places.map((place, index) => lineOf(place, rows.get(fromN + index), ledger, fromN + index));
    },
    blobKeys: blobs,
    async blob(key) {
      if (db === null) return null;
      for await (const one of db.rows('blobs', ranges.only(key))) {
        const row = 'row' in one ? one.row : null;
        const blob = typeof row === 'object' && row !== null && 'blob' in row ? row.blob : null;
        return blob instanceof Blob ? blob : null;
      }
      return null;
    },
    raw,
    lost,
    close: () => db?.close(),
  };
}

function keyText(key: IDBValidKey): string {
  if (Array.isArray(key)) return key.map(keyText).join(' ');
  return typeof key === 'string' ? key : JSON.stringify(key);
}

async function rowAt(
  db: RawDatabase | null,
  ranges: typeof IDBKeyRange,
  ledger: LedgerId,
  n: number,
): Promise<unknown> {
  if (db === null) return null;
  for await (const one of db.rows('entries', ranges.only([ledger, n]))) return 'row' in one ? one.row : null;
  return null;
}

/** A row that reads no more, although it did a moment ago, leaves its place. */
function lineOf(
  { sha256, link, state }: ProvedPlace,
  row: unknown,
  ledger: LedgerId,
  n: number,
): RescuedLine {
  const place = { n, sha256, link };
  if (state === 'entry' && typeof row === 'object' && row !== null && 'json' in row)
    return typeof row.json === 'string' ? { ...place, json: row.json } : { ...place, withheld: true };
  const erased = state === 'erased' ? erasedIn(row, ledger, n) : null;
  return erased === null ? { ...place, withheld: true } : { ...place, erased };
}
