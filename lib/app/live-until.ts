import type { Store } from '../storage/types/store.ts';
import { atTime, type Later } from './timers.ts';

export type LiveDeps = Readonly<{ store: Pick<Store, 'live'>; now: () => Date; later: Later }>;

/**
 * Repeats a query after every change by any window, and makes what is shown of it anew when its time has come: `show`
 * says when that is, in ms; null = never.
 */
export function liveUntil<T>(
  { store, now, later }: LiveDeps,
  query: () => Promise<T>,
  show: (value: T) => number | null,
  onError: (code: string) => void,
): () => void {
  let cancel = (): void => undefined;
  const shown = (value: T): void => {
    cancel();
    const until = show(value);
    cancel = until === null ? () => undefined : atTime(later, now, until, () => shown(value));
  };
  const stop = store.live(query, shown, (failure) => onError(failure.code));
  return () => {
    stop();
    cancel();
  };
}
