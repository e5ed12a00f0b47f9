import { foldDirectory, type Directory, type ReadEntry } from '../../domain/directory/directory.ts';
import { readDirectoryEntry, type DirectorySaid } from '../../domain/directory/read-entry.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { positionOf } from '../../domain/issue/entry-order.ts';
import type { Store } from '../../storage/types/store.ts';
import type { DirectoryView, Managed } from './directory-service.ts';

/** The directory of this log, folded anew only when something was said about it: calendars keep what is spread of them. */
export type DirectoryReader = Readonly<{
  /** What the organisation gives is read once; to be awaited before a live query uses `read`. */
  ready(): Promise<void>;
  /** Awaits nothing but the database. */
  read(): Promise<DirectoryView>;
}>;

const NOTHING_GIVEN: Managed = { things: [], problem: null };

export function createDirectoryReader(
  store: Pick<Store, 'marked'>,
  managed: () => Promise<Managed>,
): DirectoryReader {
  let given: Managed | null = null;
  let reading: Promise<void> | null = null;
  let last: Readonly<{ key: string; view: DirectoryView }> | null = null;
  const known = new Map<string, DirectorySaid | null>();

  const read: ReadEntry = (entry) => {
    const said = known.get(entry.id) ?? (known.has(entry.id) ? null : readDirectoryEntry(entry));
    known.set(entry.id, said);
    return said;
  };
  const viewOf = (directory: Directory, { things, problem }: Managed): DirectoryView => ({
    directory,
    managed: new Set(things.map(({ value }) => value.id)),
    managedProblem: problem,
    conflicts: directory.conflicts,
  });
  const keyOf = (entries: readonly Entry[]): string => entries.map(positionOf).join();

  return {
    ready: () =>
      (reading ??= managed()
        .catch((): Managed => ({ things: [], problem: 'unreadable' }))
        .then((found) => {
          given = found;
          last = null;
        })),
    async read() {
      const entries = await store.marked('directory');
      const key = keyOf(entries);
      if (last?.key !== key) {
        const rules = given ?? NOTHING_GIVEN;
        last = { key, view: viewOf(foldDirectory(entries, rules.things, read), rules) };
      }
      return last.view;
    },
  };
}
