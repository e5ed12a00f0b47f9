import type { Work } from '../../export/source.ts';
import { lockedNames, MOST_LOCKED } from '../../export/zip/locked.ts';

export type OutFile = Readonly<{ blob: Blob; fileName: string }>;
/** `too-large-to-lock`: nothing was tried. `not-verified`: what was locked did not give the file back. */
export type LockFailure = 'cancelled' | 'not-verified' | 'too-large-to-lock';
export type LockedFiles =
  Readonly<{ ok: true; files: readonly OutFile[] }> | Readonly<{ ok: false; code: LockFailure }>;

/**
 * Finished files as they go out with a password: each as the one entry of a locked zip, in order, read back. The password
 * is in no name, is kept nowhere, and is forgotten with the call.
 */
export async function lockFiles(
  files: readonly OutFile[],
  password: string,
  at: Date,
  work: Work,
): Promise<LockedFiles> {
  if (files.reduce((sum, { blob }) => sum + blob.size, 0) > MOST_LOCKED)
    return { ok: false, code: 'too-large-to-lock' };
  const { lockFile } = await import('../../export/zip/lock.ts');
  const locked: OutFile[] = [];
  for (const { blob, fileName } of files) {
    const { outer, inner } = lockedNames(fileName, at);
    try {
      const made = await lockFile(blob, { name: inner, password }, work);
      if (made === null) return { ok: false, code: 'not-verified' };
      locked.push({ blob: made, fileName: outer });
    } catch (error) {
      if (work.signal?.aborted) return { ok: false, code: 'cancelled' };
      // A picture that the browser lost between writing and delivering.
      if (error instanceof DOMException) return { ok: false, code: 'not-verified' };
      throw error;
    }
  }
  return { ok: true, files: locked };
}
