import { useEffect, useMemo, useState } from 'preact/hooks';
import { useApp } from '../state/app.tsx';
import { idle } from './timing.ts';

export type HostChoice = Readonly<{ host: string; count: number | null }>;

/** A list longer than this is a search job, not a menu. */
const MOST = 200;

/** Hosts for the filter, most frequent first, read when the page is idle. The chosen one is always among them. */
export function useHosts(revision: number | null, chosen: string | null): readonly HostChoice[] {
  const { services } = useApp();
  const [hosts, setHosts] = useState<readonly HostChoice[]>([]);
  useEffect(() => {
    let open = true;
    const cancel = idle(() => {
      services.log.hosts().then(
        (found) => open && setHosts(found.slice(0, MOST)),
        // The list itself shows that reading fails.
        () => undefined,
      );
    });
    return () => {
      open = false;
      cancel();
    };
  }, [revision]);
  return useMemo(
    () =>
      chosen === null || hosts.some(({ host }) => host === chosen)
        ? hosts
        : [{ host: chosen, count: null }, ...hosts],
    [hosts, chosen],
  );
}
