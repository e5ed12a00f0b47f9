import { responsibleFor, systemsIn } from '../../domain/accountability/responsible.ts';
import { systemOfIssue } from '../../domain/issue/system-of-issue.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Store } from '../../storage/types/store.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';

type Deps = Readonly<{ store: Pick<Store, 'issue'>; reader: DirectoryReader }>;

/** Who is responsible for an issue, by the directory as it is now. */
export function providerOf({ store, reader }: Deps): (id: IssueId) => Promise<string | null> {
  return async (id) => {
    await reader.ready();
    const [issue, { directory }] = await Promise.all([store.issue(id), reader.read()]);
    if (issue === null) return null;
    const { now, retired } = systemsIn(directory);
    const found = systemOfIssue(issue, now, retired);
    return found.kind === 'one' ? (responsibleFor(found.system, directory).provider?.id ?? null) : null;
  };
}
