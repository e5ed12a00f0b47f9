import { liveQuery } from 'dexie';
import type { Connection } from './connection.ts';
import { storageFailureOf } from './failure.ts';
import type { Unsubscribe } from './types/life.ts';
import type { StorageFailure } from './types/storage-failure.ts';

/** Repeats a query after every change by any window of this profile; survives a lost connection. */
export function liveOn<T>(
  connection: Connection,
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (failure: StorageFailure) => void,
): Unsubscribe {
  let inner: { unsubscribe(): void } | null = null;
  let stopped = false;

  const detach = (): void => {
    inner?.unsubscribe();
    inner = null;
  };
  const attach = (): void => {
    if (stopped || inner !== null) return;
    inner = liveQuery(async () => query()).subscribe({
      next: onValue,
      error: (error: unknown) => {
        detach();
        const failure = storageFailureOf(error);
        if (failure !== null) onError(failure);
        // A bug: nobody awaits a subscription, so it goes where uncaught errors go.
        else
          queueMicrotask(() => {
            throw error;
          });
      },
    });
  };

  // Subscribed only while open: inside a live query nothing but the database may be awaited.
  const stop = connection.subscribe(({ kind }) => {
    if (kind === 'open' || kind === 'read-only') queueMicrotask(attach);
  });
  void connection.open().then((state) => {
    if (state.kind === 'unavailable' || state.kind === 'disk-full') onError({ ok: false, code: state.code });
    if (state.kind === 'closed-by-update') onError({ ok: false, code: 'closed' });
    attach();
  });
  return () => {
    stopped = true;
    stop();
    detach();
  };
}
