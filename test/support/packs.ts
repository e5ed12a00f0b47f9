import { reportSource } from '../../lib/app/export/report-source.ts';
import { createPackService, type PackService } from '../../lib/app/packs/pack-service.ts';
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

/** What packs are made with, on a desk. `mask`: nothing of a person is looked for. */
function depsOf({ deps: { store, reader, now, zone } }: ReturnType<typeof office>) {
  const sharing = () => Promise.resolve({ choices: defaultChoices(), mask: null });
  return { store, reader, now, zone, version: '0.1.0', sharing };
}

/** Packs as the screen makes them; what goes out is handed to `download`. */
export function packsOf(
  desk: ReturnType<typeof office>,
  download: (blob: Blob, name: string) => void,
): PackService {
  return createPackService({ ...depsOf(desk), source: reportSource(desk.deps.store), download });
}

/** The facts of a pack, as the screen would read them. */
export async function packFacts(
  desk: ReturnType<typeof office>,
  scope: Pick<PackScope, 'providerId'> & Partial<PackScope>,
): Promise<PackFacts> {
  const facts = await readFacts(
    depsOf(desk),
    { period: null, systemId: null, teamId: null, ...scope },
    new AbortController().signal,
  );
  if (facts === null) throw new Error('There is such a provider.');
  return facts;
}
