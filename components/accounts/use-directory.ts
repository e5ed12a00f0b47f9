import { useEffect, useState } from 'preact/hooks';
import type { Directory } from '../../lib/domain/directory/directory.ts';
import { useApp } from '../state/app.tsx';

/** Who is responsible for what, live; null until it is read, and where it cannot be read. */
export function useDirectory(): Directory | null {
  const { directory } = useApp().services;
  const [known, setKnown] = useState<Directory | null>(null);
  useEffect(
    () =>
      directory.live(
        (view) => setKnown(view.directory),
        () => setKnown(null),
      ),
    [directory],
  );
  return known;
}
