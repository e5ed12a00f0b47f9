import type { ListRow } from '../../lib/app/log/log-service.ts';

/** The rows last looked at, by row number; null = that row could not be read. Forgets the oldest beyond `limit`. */
export type RowCache = Readonly<{
  has(row: number): boolean;
  get(row: number): ListRow | null | undefined;
  put(row: number, value: ListRow | null): void;
}>;

export function createRowCache(limit = 1500): RowCache {
  const rows = new Map<number, ListRow | null>();
  return {
    has: (row) => rows.has(row),
    get: (row) => rows.get(row),
    put(row, value) {
      rows.delete(row);
      rows.set(row, value);
      if (rows.size <= limit) return;
      const oldest = rows.keys().next();
      if (oldest.done !== true) rows.delete(oldest.value);
    },
  };
}

/** Reads those of `numbers` that the cache lacks. */
export async function fillCache(
  into: RowCache,
  numbers: readonly number[],
  read: (numbers: readonly number[]) => Promise<readonly (ListRow | null)[]>,
): Promise<void> {
  const missing = numbers.filter((number) => !into.has(number));
  if (missing.length === 0) return;
  const rows = await read(missing);
  missing.forEach((number, index) => into.put(number, rows[index] ?? null));
}
