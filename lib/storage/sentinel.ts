import { z } from '../domain/z.ts';
import { count, instant, ledgerId, sha256Hex } from '../domain/ledger/primitives.ts';
import type { LedgerRow } from './tables.ts';
import type { Sentinel, SentinelStore } from './store-options.ts';

const schema = z.object({ ledger: ledgerId, n: count, link: sha256Hex, issues: count, at: instant });

export type SentinelWriter = Readonly<{
  read(): Promise<Sentinel | null>;
  /** Returns at once; the newest head is written as soon as the one before is through. */
  note(head: LedgerRow): void;
  failing(): boolean;
  settled(): Promise<void>;
}>;

/**
 * Remembers outside the database how far the log had come, so that a database the browser emptied is noticed.
 * An older sentinel than the database is normal; a newer one means that entries were lost.
 */
export function createSentinel(local: SentinelStore): SentinelWriter {
  let waiting: Sentinel | null = null;
  let running: Promise<void> | null = null;
  let failing = false;

  const drain = async (): Promise<void> => {
    // Who waits for the append hears of it first: writing here takes the browser's time too.
    await new Promise((resolve) => setTimeout(resolve));
    while (waiting !== null) {
      const next = waiting;
      waiting = null;
      try {
        await local.write(next);
        failing = false;
      } catch {
        // The log is unaffected; health shows that a loss would go unnoticed.
        failing = true;
      }
    }
    running = null;
  };

  return {
    read: async () => {
      try {
        const parsed = schema.safeParse(await local.read());
        return parsed.success ? parsed.data : null;
      } catch {
        failing = true;
        return null;
      }
    },
    note: ({ ledger, n, link, issues, recordedAt }) => {
      if (waiting !== null && waiting.ledger === ledger && waiting.n > n) return;
      waiting = { ledger, n, link, issues, at: recordedAt };
      running ??= drain();
    },
    failing: () => failing,
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
