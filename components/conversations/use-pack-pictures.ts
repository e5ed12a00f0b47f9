import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PackFacts } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import type { PackPictures } from '../../lib/app/packs/pack-pictures.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { useApp } from '../state/app.tsx';

type Wanted = Readonly<{ facts: PackFacts | null; ids: readonly IssueId[] }>;
type Read = Readonly<{ of: Wanted | null; pictures: PackPictures; failure: string | null }>;

const NONE: PackPictures = new Map();

/** The pictures of the chosen issues, read anew when the log changed; the last ones stay meanwhile. */
export function usePackPictures(
  facts: PackFacts | null,
  { pictured, leftOut }: Pick<PackOrder, 'pictured' | 'leftOut'>,
): Readonly<{ pictures: PackPictures; reading: boolean; failure: string | null }> {
  const { packs } = useApp().services;
  const wanted = useMemo<Wanted>(
    () => ({ facts, ids: [...pictured].filter((id) => !leftOut.has(id)) }),
    [facts, pictured, leftOut],
  );
  const [read, setRead] = useState<Read>({ of: null, pictures: NONE, failure: null });
  const none = facts === null || wanted.ids.length === 0;
  useEffect(() => {
    if (none) return;
    const work = new AbortController();
    void (async () => {
      const found = await (await packs()).pictures(wanted.ids, work.signal);
      if (work.signal.aborted) return;
      setRead(
        found.ok
          ? { of: wanted, pictures: found.pictures, failure: null }
          : { of: wanted, pictures: NONE, failure: found.code },
      );
    })();
    return () => work.abort();
  }, [packs, wanted, none]);
  if (none) return { pictures: NONE, reading: false, failure: null };
  return { pictures: read.pictures, reading: read.of !== wanted, failure: read.failure };
}
