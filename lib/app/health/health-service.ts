import type { LedgerHead } from '../../storage/types/ledger.ts';
import type { StoreState } from '../../storage/types/life.ts';
import type { LogCounts } from '../../storage/types/log-view.ts';
import type { ProgressOptions } from '../../storage/types/progress.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { noticesOf } from './notices.ts';
import type { Notice } from './notices.ts';

/** What the settings page says about the store. */
export type StoreReport = Readonly<{
  state: StoreState['kind'];
  counts: LogCounts;
  ledgers: readonly LedgerHead[];
  quarantined: number;
  /** null: the browser does not tell. */
  persisted: boolean | null;
  usedBytes: number | null;
}>;

export type HealthService = Readonly<{
  /** Called now and whenever something changed that the user has to know. */
  subscribe(listener: (notices: readonly Notice[]) => void): () => void;
  report(): Promise<StoreReport>;
  rebuild(options: ProgressOptions): Promise<Readonly<{ ok: true; issues: number }> | StorageFailure>;
  /** The banner about a lost log has been read. */
  acknowledgeLoss(): Promise<void>;
}>;

export type HealthDeps = Readonly<{
  store: Store;
  /** Captures waiting outside the database. */
  journal: Readonly<{ count(): Promise<number>; onChange(listener: () => void): () => void }>;
  persisted: () => Promise<boolean | null>;
  usedBytes: () => Promise<number | null>;
}>;

export function createHealthService({ store, journal, persisted, usedBytes }: HealthDeps): HealthService {
  return {
    subscribe(listener) {
      let facts = { state: store.state(), quarantined: 0, journal: 0 };
      let open = true;
      const tell = (change: Partial<typeof facts>): void => {
        facts = { ...facts, ...change };
        if (open) listener(noticesOf(facts));
      };
      const count = (): void => {
        // Counting is a courtesy: where it fails the state itself says more.
        journal.count().then(
          (waiting) => tell({ journal: waiting }),
          () => undefined,
        );
      };
      const stops = [
        store.subscribe((state) => tell({ state })),
        store.live(
          async () => (await store.quarantine()).length,
          (quarantined) => tell({ quarantined }),
        ),
        journal.onChange(count),
      ];
      count();
      return () => {
        open = false;
        for (const stop of stops) stop();
      };
    },
    async report() {
      const [health, counts, kept, used] = await Promise.all([
        store.health(),
        store.counts(),
        persisted(),
        usedBytes(),
      ]);
      return {
        state: health.state.kind,
        counts,
        ledgers: health.ledgers,
        quarantined: health.quarantined,
        persisted: kept,
        usedBytes: used,
      };
    },
    rebuild: (options) => store.rebuild(options),
    acknowledgeLoss: () => store.acknowledgeLoss(),
  };
}
