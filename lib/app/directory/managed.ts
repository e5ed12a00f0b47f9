import { z } from '../../domain/z.ts';
import { foldDirectory } from '../../domain/directory/directory.ts';
import { mergePlan } from '../../domain/directory/merge-plan.ts';
import type { Managed } from './directory-service.ts';

/** The part of `storage.managed` that is used. */
export type ManagedArea = Readonly<{ get(keys: null): Promise<unknown> }>;

/** A directory file (docs/managed.md), as its text or, where a policy can hold that, as it is. */
const policy = z.strictObject({
  directory: z.optional(z.union([z.string(), z.record(z.string(), z.unknown())])),
});

const NONE: Managed = { things: [], problem: null };
const wrong = (problem: string): Managed => ({ things: [], problem });

/** Firefox rejects where no policy is set, and says so in these words only. */
function isAbsence(error: unknown): boolean {
  return error instanceof Error && /not found/i.test(error.message);
}

async function read(area: ManagedArea): Promise<Managed> {
  let given: unknown;
  try {
    given = await area.get(null);
  } catch (error) {
    return isAbsence(error) ? NONE : wrong('unreadable');
  }
  const parsed = policy.safeParse(given ?? {});
  if (!parsed.success) return wrong('not-ours');
  const { directory } = parsed.data;
  if (directory === undefined) return NONE;
  // Few have a policy; nobody else loads the reader of directory files.
  const { readDirectoryFile } = await import('../../export/importers/directory-reader.ts');
  const text = typeof directory === 'string' ? directory : JSON.stringify(directory);
  const file = await readDirectoryFile(new Blob([text]));
  if (!file.ok) return wrong(file.code);
  // All of it or nothing: half of what an organisation says would be something it never said.
  const { fresh, refused } = mergePlan(foldDirectory([]), new Set(), file.things);
  return file.refused.length + refused.length > 0 ? wrong('bad-things') : { things: fresh, problem: null };
}

/** What the organisation gives: read-only, on top of what is in the log, and not copied into it. Never rejects. */
export function createManaged(area: ManagedArea): Readonly<{ read(): Promise<Managed> }> {
  return { read: () => read(area) };
}
