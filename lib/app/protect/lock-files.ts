import type { Work } from '../../export/source.ts';
import { lockedNames } from '../../export/zip/locked.ts';

export type OutFile = Readonly<{ blob: Blob; fileName: string }>;
export type LockedFiles =
  | Readonly<{ ok: true; files: readonly OutFile[] }>
  | Readonly<{ ok: false; code: 'cancelled' | 'not-verified' }>;

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
