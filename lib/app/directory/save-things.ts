import { headKey, thingOf, type Directory } from '../../domain/directory/directory.ts';
import type { DirectoryKind } from '../../domain/directory/entries.ts';
import { readThing, type DirectoryThing } from '../../domain/directory/read-entry.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { Position } from '../../domain/ledger/primitives.ts';
import type { Stamp } from '../log/stamp.ts';

/** What is to be so from now on; `value` null: retired. */
export type Change = Readonly<{ kind: DirectoryKind; id: string; value: DirectoryThing['value'] | null }>;

/** What the change replaces: what holds, and what could hold as well where two were written at the same time. */
function replaced(directory: Directory, { kind, id }: Change): readonly Position[] {
  const conflict = directory.conflicts.find((one) => one.kind === kind && one.id === id);
  if (conflict !== undefined) return conflict.versions.map(({ entry: { ledger, n } }) => ({ ledger, n }));
  const head = directory.heads.get(headKey(kind, id));
  return head === undefined ? [] : [head];
}

function entryOf(change: Change, supersedes: Position | undefined, stamp: Stamp): NewEntry {
  const { kind, id, value } = change;
  const named = supersedes === undefined ? {} : { supersedes };
  return value === null
    ? { ...stamp, kind: `${kind}.retired`, body: { id, ...named } }
    : { ...stamp, kind: `${kind}.saved`, body: { value: { ...value }, ...named } };
}

/** The entries for a change, one for each version that it replaces; null where the body is not as its kind demands. */
export function entriesFor(directory: Directory, change: Change, stamp: Stamp): NewEntry[] | null {
  const { kind, id, value } = change;
  const thing = value === null ? null : readThing(kind, value);
  if (value !== null && thing?.value.id !== id) return null;
  const clean = { kind, id, value: thing?.value ?? null };
  const before = replaced(directory, change);
  return before.length === 0
    ? [entryOf(clean, undefined, stamp)]
    : before.map((position) => entryOf(clean, position, stamp));
}

/** Recognises nothing: a system that was never meant must not go on explaining addresses once it is retired. */
function emptied(value: DirectoryThing['value'] | null): DirectoryThing['value'] | null {
  return value !== null && 'patterns' in value ? { ...value, patterns: [], aliases: [] } : null;
}

/** What brings things back to how they are now. */
export function wayBack(directory: Directory, changes: readonly Change[]): Change[] {
  return changes.flatMap(({ kind, id, value }): Change[] => {
    const before = directory.retired.has(headKey(kind, id)) ? null : thingOf(directory, kind, id);
    const known = directory.heads.has(headKey(kind, id));
    const empty = before === null && !known ? emptied(value) : null;
    return [...(empty === null ? [] : [{ kind, id, value: empty }]), { kind, id, value: before }];
  });
}
