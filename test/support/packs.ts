import { readFacts } from '../../lib/app/packs/read-facts.ts';
import type { PackFacts, PackScope } from '../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../lib/app/packs/pack-order.ts';
import { defaultChoices } from '../../lib/export/model/choices.ts';
import type { office } from './accounts.ts';

export const PLAIN_ORDER: PackOrder = {
  kind: 'conversation',
  language: 'en',
  note: '',
  questions: '',
  ours: '',
  leftOut: new Set(),
  untold: new Set(),
  pictured: new Set(),
  to: null,
  issueId: null,
};

/** The facts of a pack, as the screen would read them. */
export async function packFacts(
  desk: ReturnType<typeof office>,
  scope: Pick<PackScope, 'providerId'> & Partial<PackScope>,
): Promise<PackFacts> {
  const { store, reader, now, zone } = desk.deps;
  const facts = await readFacts(
    {
      store,
      reader,
      now,
      zone,
      version: '0.1.0',
      sharing: () => Promise.resolve({ choices: defaultChoices(), mask: null }),
    },
    { period: null, systemId: null, teamId: null, ...scope },
    new AbortController().signal,
  );
  if (facts === null) throw new Error('There is such a provider.');
  return facts;
}
