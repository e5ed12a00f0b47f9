import { SHELVES } from '../../domain/directory/directory.ts';
import type { DirectoryThing } from '../../domain/directory/read-entry.ts';
import type { Instant } from '../../domain/ledger/primitives.ts';
import { DIRECTORY_FORMAT } from './directory-format.ts';

export type DirectoryFileHead = Readonly<{ madeAt: Instant; version: string }>;

/** The text of a directory file; what there is none of is left out. */
export function directoryText(
  { madeAt, version }: DirectoryFileHead,
  things: readonly DirectoryThing[],
): string {
  const lists = Object.entries(SHELVES).flatMap(([kind, shelf]) => {
    const values = things.filter((thing) => thing.kind === kind).map(({ value }) => value);
    return values.length === 0 ? [] : [[shelf, values] as const];
  });
  const file = {
    format: DIRECTORY_FORMAT,
    madeAt,
    application: { name: 'Casebook', version },
    ...Object.fromEntries(lists),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
