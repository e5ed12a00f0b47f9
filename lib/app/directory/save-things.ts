import { headKey, thingOf, type Directory } from '../../domain/directory/directory.ts';
import type { DirectoryKind } from '../../domain/directory/entries.ts';
import { readThing, type DirectoryThing } from '../../domain/directory/read-entry.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { Stamp } from '../log/stamp.ts';

/** What is to be so from now on; `value` null: retired. */
export type Change = Readonly<{ kind: DirectoryKind; id: string; value: DirectoryThing['value'] | null }>;

function supersedes(directory: Directory, { kind, id }: Change) {
  const head = directory.heads.get(headKey(kind, id));
  return head === undefined ? {} : { supersedes: head };
}

/** The entry for a change; null where the body is not as its kind demands. */
export function entryFor(directory: Directory, change: Change, stamp: Stamp): NewEntry | null {
  const { kind, id, value } = change;
  if (value === null)
    return { ...stamp, kind: `${kind}.retired`, body: { id, ...supersedes(directory, change) } };
  const thing = readThing(kind, value);
  if (thing === null || thing.value.id !== id) return null;
  const body = { value: { ...thing.value }, ...supersedes(directory, change) };
  return { ...stamp, kind: `${kind}.saved`, body };
}

/** What brings things back to how they are now. */
export function wayBack(directory: Directory, changes: readonly Change[]): Change[] {
  return changes.map(({ kind, id }) => {
    const retired = directory.retired.has(headKey(kind, id));
    return { kind, id, value: retired ? null : thingOf(directory, kind, id) };
  });
}
