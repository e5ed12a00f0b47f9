import type { Directory, DirectoryConflict } from '../../domain/directory/directory.ts';
import type { DirectoryKind } from '../../domain/directory/entries.ts';
import type { DirectoryThing, Things } from '../../domain/directory/read-entry.ts';
import type { Reporter } from '../../domain/directory/team.ts';
import type { EntryOf } from '../../domain/ledger/entry.ts';
import type { EditResult } from '../log/edits.ts';

export type { Directory, DirectoryConflict, DirectoryKind, DirectoryThing, Things };

export type DirectoryView = Readonly<{
  directory: Directory;
  /** Given by the organisation: to be read, not to be changed. */
  managed: ReadonlySet<string>;
  /** Why what the organisation gave could not be used; a code. */
  managedProblem: string | null;
  conflicts: readonly DirectoryConflict[];
}>;

/** What the organisation gives through the browser's policies. */
export type Managed = Readonly<{ things: readonly DirectoryThing[]; problem: string | null }>;

export type MergedBody = EntryOf<'directory.merged'>['body'];

/** Who is responsible for what, and what was agreed. A body that does not fit its kind is answered with `invalid`. */
export type DirectoryService = Readonly<{
  /** Called now and after every change by any window. */
  live(onValue: (view: DirectoryView) => void, onError: (code: string) => void): () => void;
  view(): Promise<DirectoryView>;
  /** The whole thing as it is from now on. */
  save<K extends DirectoryKind>(kind: K, value: Things[K]): Promise<EditResult>;
  /** Several at once: all of them or none, and one undo. `merged` says which file they come from. */
  saveAll(
    things: readonly DirectoryThing[],
    options?: Readonly<{ merged?: MergedBody }>,
  ): Promise<EditResult>;
  retire(kind: DirectoryKind, id: string): Promise<EditResult>;
  newId(): string;
  /** Who sits here: the reporter that new entries name. */
  me: Readonly<{
    live(onValue: (me: Reporter | null) => void, onError: (code: string) => void): () => void;
    /** An empty name and no team: nobody. */
    save(me: Readonly<{ name: string; teamId?: string }>): Promise<EditResult>;
  }>;
}>;
