import { z } from '../z.ts';
import { position } from '../ledger/primitives.ts';
import { directoryId } from './parts.ts';

/** What the directory knows: who is responsible for what, what was agreed, and who we are. */
export const DIRECTORY_KINDS = [
  'provider',
  'system',
  'agreement',
  'calendar',
  'contact',
  'team',
  'reporter',
] as const;
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

/** The entry that the writer saw and replaces: what was written at the same time elsewhere is then no surprise. */
const supersedes = z.optional(position);

/**
 * The whole thing as it is from now on. Only its id is looked at here, so that the background need not carry the rules
 * of every kind; `read-entry.ts` knows them.
 */
export const directorySaved = z.strictObject({ value: z.looseObject({ id: directoryId }), supersedes });

/** Not used any more. Issues that name it keep naming it. */
export const directoryRetired = z.strictObject({ id: directoryId, supersedes });

const KIND_OF: ReadonlyMap<string, DirectoryKind> = new Map(
  DIRECTORY_KINDS.flatMap((kind): [string, DirectoryKind][] => [
    [`${kind}.saved`, kind],
    [`${kind}.retired`, kind],
  ]),
);

/** What an entry of this kind is about; null: it is none of the directory. */
export function directoryKindOf(entryKind: string): DirectoryKind | null {
  return KIND_OF.get(entryKind) ?? null;
}
