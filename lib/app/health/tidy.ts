import type { Store } from '../../storage/types/store.ts';

/** After the log is on the screen, and again when a job that lives no more must have been silent for long enough. */
const AFTER_MS = [10_000, 80_000] as const;

/** Clears what an import or rebuild left whose window, browser or computer died; nobody sees it, but it takes room. */
export function tidyLater(
  store: Pick<Store, 'compact'>,
  later: (task: () => void, ms: number) => unknown,
): void {
  // Where it fails it is tried again when a page is opened the next time.
  for (const ms of AFTER_MS) later(() => void store.compact().catch(() => undefined), ms);
}
