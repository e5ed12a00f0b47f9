import { storageFailureOf } from '../../storage/failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { BY_US, momentOf } from '../moment.ts';

type Deps = Readonly<{ store: Pick<Store, 'own' | 'append'>; now: () => Date; zone: () => string }>;
type Exported = Readonly<{ formats: readonly string[]; issues: number }>;

/**
 * Notes in the ledger what went out, with the chain head before it. false if it could not: a full disk must not take
 * back a file that is already in the download folder.
 */
export async function noteExport(
  { store, now, zone }: Deps,
  { formats, issues }: Exported,
): Promise<boolean> {
  try {
    const { link } = await store.own();
    const noted = await store.append({
      ...momentOf(now(), zone()),
      ...BY_US,
      kind: 'pack.exported',
      body: { formats: [...formats], issues, head: link },
    });
    return noted.ok;
  } catch (error) {
    if (storageFailureOf(error)) return false;
    throw error;
  }
}
