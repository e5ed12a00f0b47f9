import { useEffect, useState } from 'preact/hooks';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import { periodOf } from '../providers/board/period.ts';
import { useApp } from '../state/app.tsx';
import { useFormat } from '../state/locale.tsx';
import { readAnew } from '../state/read-anew.ts';
import type { ConversationsRoute } from './conversations-route.ts';

type Read = Readonly<{ facts: PackFacts | null; failure: string | null }>;

/** What the pack is made of, read anew after every change of the accounts; the last one stays meanwhile. */
export function usePackFacts({ provider, period, system, team }: Omit<ConversationsRoute, 'kind'>): Read {
  const { packs, accounts } = useApp().services;
  const { zone } = useFormat();
  const [read, setRead] = useState<Read>({ facts: null, failure: null });
  useEffect(() => {
    setRead({ facts: null, failure: null });
    if (provider === '') return;
    const work = new AbortController();
    const scope = {
      providerId: provider,
      period: periodOf(period, Date.now(), zone),
      systemId: system === '' ? null : system,
      teamId: team === '' ? null : team,
    };
    const look = readAnew(async () => {
      const found = await (await packs()).read(scope, work.signal);
      if (work.signal.aborted) return;
      setRead((last) =>
        found.ok ? { facts: found.facts, failure: null } : { facts: last.facts, failure: found.code },
      );
    }, work.signal);
    // Tells at once where the accounts stand, and then whenever one changes.
    const stop = accounts.onChange(look);
    return () => {
      stop();
      work.abort();
    };
  }, [packs, accounts, provider, period, system, team, zone]);
  return read;
}
