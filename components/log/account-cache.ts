import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { AccountRow, AccountsService, LiveCounts } from '../../lib/app/accounts/account-service.ts';

/** Accounts of the lines on screen, fetched together when they are drawn. */
export type AccountCache = Readonly<{
  /** null: there is none (yet). What is known stays shown while it is read again. */
  of(row: number): AccountRow | null;
  counts: ReadonlySignal<LiveCounts | null>;
  dispose(): void;
}>;

const MOST = 1500;

export function createAccountCache(
  service: Pick<AccountsService, 'rows' | 'onChange' | 'liveCounts'>,
  onChange: () => void,
): AccountCache {
  const revision = signal(0);
  const counts = signal<LiveCounts | null>(null);
  const known = new Map<number, AccountRow | null>();
  let fresh = new Set<number>();
  let wanted = new Set<number>();
  let disposed = false;

  async function fetchWanted(): Promise<void> {
    const numbers = [...wanted];
    const mine = fresh;
    wanted = new Set();
    const rows = await service.rows(numbers).catch(() => null);
    // The list itself says that reading fails.
    if (rows === null || disposed) return;
    numbers.forEach((row, i) => known.set(row, rows[i] ?? null));
    for (const row of known.keys()) {
      if (known.size <= MOST) break;
      known.delete(row);
      mine.delete(row);
    }
    revision.value += 1;
  }
  const stops = [
    service.onChange(() => {
      fresh = new Set();
      revision.value += 1;
      onChange();
    }),
    service.liveCounts(
      (value) => {
        counts.value = value;
      },
      () => undefined, // See above.
    ),
  ];
  return {
    of(row) {
      void revision.value;
      if (!fresh.has(row)) {
        fresh.add(row);
        if (wanted.size === 0) queueMicrotask(() => void fetchWanted());
        wanted.add(row);
      }
      return known.get(row) ?? null;
    },
    counts,
    dispose() {
      disposed = true;
      for (const stop of stops) stop();
    },
  };
}
