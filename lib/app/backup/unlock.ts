import type { Work } from '../../export/source.ts';
import { guarded } from './restore.ts';
import type { RestoreFailure } from './restore.ts';

export type Unlocked = Readonly<{ ok: true; files: readonly Blob[] }> | RestoreFailure;

/** Files as they were before they got a password; those without one stay as they are. All have the same password. */
export function unlockAll(chosen: readonly Blob[], password: string, work: Work): Promise<Unlocked> {
  return guarded(work, async () => {
    const { unlockZip } = await import('../../export/importers/unlock.ts');
    const files: Blob[] = [];
    for (const file of chosen) files.push(await unlockZip(file, password, work));
    return { ok: true, files };
  });
}
