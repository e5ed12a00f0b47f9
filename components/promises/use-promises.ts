import { useEffect, useState } from 'preact/hooks';
import type { PromiseRow } from '../../lib/app/promises/promise-service.ts';
import { useApp } from '../state/app.tsx';

type Known = Readonly<{ rows: readonly PromiseRow[] | null; failure: string | null }>;

/** All promises, live; null until they are read. */
export function usePromises(): Known {
  const { promises } = useApp().services;
  const [known, setKnown] = useState<Known>({ rows: null, failure: null });
  useEffect(
    () =>
      promises.live(
        {},
        (rows) => setKnown({ rows, failure: null }),
        (failure) => setKnown(({ rows }) => ({ rows, failure })),
      ),
    [promises],
  );
  return known;
}
