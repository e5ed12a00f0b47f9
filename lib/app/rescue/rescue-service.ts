import { writeBackup } from '../../export/backup/write-backup.ts';
import type { BackupMade } from '../../export/backup/write-backup.ts';
import type { Work } from '../../export/source.ts';
import { partName } from '../../export/zip/split.ts';
import { wordsOf } from '../../i18n/area.ts';
import type { Language } from '../../i18n/area.ts';
import { rescue as words } from '../../i18n/rescue/rescue.ts';
import { openRescue } from '../../storage/rescue/rescue.ts';
import type { RescueOptions } from '../../storage/rescue/rescue.ts';
import { backupFileName } from '../backup/backup-service.ts';
import { rescueSource } from './rescue-source.ts';
import type { LostThing } from './rescue-source.ts';

export type RescueFile = Extract<BackupMade, { ok: true }> &
  Readonly<{ fileName: string; lost: readonly LostThing[] }>;
export type RescueResult = RescueFile | Extract<BackupMade, { ok: false }>;

export type RescueService = Readonly<{
  /**
   * Everything that can still be read, as a backup that can be brought in like any other, with a list of what could not.
   * Reads past the log's own connection and writes nothing. Fails only when it is stopped or the file cannot be made.
   */
  make(language: Language, work: Work): Promise<RescueResult>;
  /** Gives a part, counted from 0, to the browser's download. */
  deliver(file: RescueFile, part?: number): void;
}>;

export type RescueDeps = Readonly<{
  /** Which database; tests have their own. */
  place?: Pick<RescueOptions, 'name' | 'indexedDB' | 'IDBKeyRange'>;
  settings: () => Promise<unknown>;
  journal: () => Promise<readonly unknown[]>;
  now: () => Date;
  version: string;
  download: (blob: Blob, fileName: string) => void;
}>;

export function createRescueService(deps: RescueDeps): RescueService {
  const { place = {}, settings, journal, now, version, download } = deps;
  return {
    async make(language, work) {
      const t = wordsOf(words, language);
      const madeAt = now();
      const { signal, onProgress } = work;
      try {
        const rescue = await openRescue({
          ...place,
          ...(signal && { signal }),
          onProgress: (rows) => onProgress?.({ done: rows, total: rows, what: 'entries' }),
        });
        try {
          const lost: LostThing[] = [...rescue.lost];
          const listOf = (all: readonly LostThing[]): string =>
            t.list(
              version,
              all.map(({ what, where }) => `${t.lost[what]}: ${where}`),
            );
          const source = rescueSource(rescue, { settings, journal, listOf }, lost);
          const about = {
            madeAt: madeAt.toISOString(),
            version,
            readme: t.readme(version).replaceAll('\n', '\r\n'),
          };
          const made = await writeBackup(source, about, work);
          const fileName = backupFileName(madeAt).replace('backup', 'rescue');
          return made.ok ? { ...made, fileName, lost } : made;
        } finally {
          rescue.close();
        }
      } catch (error) {
        if (signal?.aborted) return { ok: false, code: 'cancelled' };
        throw error;
      }
    },
    deliver({ blob, more, fileName }, part = 0) {
      download([blob, ...more][part] ?? blob, partName(fileName, part, more.length + 1));
    },
  };
}
