import type { Database } from './tables.ts';
import type { Machine } from './ledger-writer.ts';
import { instantOf } from './ledger-writer.ts';

/** A stored row that cannot be understood. */
export type Damage = Readonly<{ where: string; problem: string; raw: unknown }>;

export type Quarantine = Readonly<{ note(damage: Damage): void; settled(): Promise<void> }>;

/**
 * Copies damaged rows aside, once each, so that the others load and nothing is thrown away. Works after the reading
 * is over: a live query may not write.
 */
export function createQuarantine(
  machine: Machine,
  store: (work: (db: Database) => Promise<void>) => Promise<void>,
): Quarantine {
  const seen = new Set<string>();
  let waiting: Damage[] = [];
  let running: Promise<void> | null = null;

  const copy = (batch: readonly Damage[]): Promise<void> =>
    store(async ({ dexie, t }) => {
      await dexie.transaction('rw', t.quarantine, async () => {
        for (const { where, problem, raw } of batch) {
          const known = await t.quarantine.where('where').equals(where).count();
          if (known === 0)
            await t.quarantine.add({ where, problem, at: instantOf(machine), json: textOf(raw) });
        }
      });
    });

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      // A new task leaves the reader's transaction zone behind.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const batch = waiting;
      waiting = [];
      // The next look will find them again if this one could not write them down.
      await copy(batch).catch(() => batch.forEach(({ where }) => seen.delete(where)));
    }
    running = null;
  };

  return {
    note: (damage) => {
      if (seen.has(damage.where)) return;
      seen.add(damage.where);
      waiting.push(damage);
      running ??= flush();
    },
    settled: async () => {
      while (running !== null) await running;
    },
  };
}

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? String(raw);
  } catch {
    return '';
  }
}
