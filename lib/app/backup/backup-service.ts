import type { BackupMade } from '../../export/backup/write-backup.ts';
import type { Chosen } from '../../export/importers/backup-reader.ts';
import type { Work } from '../../export/source.ts';
import { lockedNames } from '../../export/zip/locked.ts';
import { partName } from '../../export/zip/split.ts';
import type { Language } from '../../i18n/area.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { LogCounts } from '../../storage/types/log-view.ts';
import type { TakenBack, TakenIn } from '../../storage/types/import.ts';
import type { StorageCode, StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { backupDue } from '../capture/backup-reminder.ts';
import { BY_US, momentOf } from '../moment.ts';
import { lockFiles, type LockFailure } from '../protect/lock-files.ts';
import { settings as settingsSchema } from '../settings/settings.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { createBackupWriter } from './backup-writer.ts';
import { inspectBackup, progressOf, restoreBackup } from './restore.ts';
import type { LookedAt, RestoreResult } from './restore.ts';
import { unlockAll } from './unlock.ts';
import type { Unlocked } from './unlock.ts';

export type { TakenIn };
export type { RestoreFailure, RestoreResult, RestoreSummary } from './restore.ts';
export type { Work };

export type BackupFile = Extract<BackupMade, { ok: true }> & Readonly<{ fileName: string }>;
export type BackupResult =
  | BackupFile
  | Extract<BackupMade, { ok: false }>
  | Readonly<{ ok: false; code: StorageCode | LockFailure; detail?: string }>;

export type BackupService = Readonly<{
  last(): Promise<LogCounts['lastBackup']>;
  /** By age and by number of new issues, as set in the settings. */
  due(): Promise<boolean>;
  /** Begins to write what will most likely be asked for next, unless that is much; returns how to drop it. */
  ahead(language: Language): () => void;
  /** Writes and verifies, or takes what was begun ahead and still holds; nothing is handed over yet. */
  make(language: Language, work: Work): Promise<BackupResult>;
  /** The same as it goes out with a password; nothing is handed over yet. */
  lock(file: BackupFile, password: string, work: Work): Promise<BackupResult>;
  /**
   * Gives a part to the browser's download, counted from 0, and with the last one notes in the ledger that there is a
   * backup; false if it could not.
   */
  deliver(file: BackupFile, part?: number): Promise<boolean>;
  /** The files with what has a password opened, or why that did not work. */
  unlock(chosen: readonly Blob[], password: string, work: Work): Promise<Unlocked>;
  /** `chosen`: one file, or all parts of a backup that has several. */
  inspect(chosen: Chosen, work: Work): Promise<RestoreResult>;
  restore(chosen: Chosen, withSettings: boolean, work: Work): Promise<RestoreResult>;
  /** What was taken in before, the latest first; told again whenever that changes. */
  liveImports(onValue: (imports: readonly TakenIn[]) => void): () => void;
  /** Takes one of them back as a whole. */
  takeBack(importId: string, work: Work): Promise<TakenBack | StorageFailure>;
}>;

export type BackupDeps = Readonly<{
  store: Store;
  settings: Pick<SettingsService, 'get' | 'set'>;
  now: () => Date;
  zone: () => string;
  version: string;
  download: (blob: Blob, fileName: string) => void;
  /** The browser refuses to read a chosen file that was changed after it was chosen. */
  noticesChanges: boolean;
  /** Largest part of a backup, for tests. */
  partBytes?: number;
}>;

const pad = (value: number): string => String(value).padStart(2, '0');

/** `casebook-backup_2026-11-23_1402.zip`, by the clock on the wall. */
export function backupFileName(now: Date): string {
  const day = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return `casebook-backup_${day}_${pad(now.getHours())}${pad(now.getMinutes())}.zip`;
}

export function createBackupService({
  store,
  settings,
  now,
  zone,
  version,
  download,
  noticesChanges,
  partBytes,
}: BackupDeps): BackupService {
  const writer = createBackupWriter({
    store,
    settings: () => settings.get(),
    now,
    version,
    ...(partBytes && { partBytes }),
  });
  const lookedAt: LookedAt = new WeakMap();
  const looking = { store, now, noticesChanges, lookedAt };
  return {
    last: async () => (await store.counts()).lastBackup,
    due: async () => backupDue(await store.counts(), await settings.get(), now()),
    ahead(language) {
      writer.begin(language);
      return writer.drop;
    },
    async make(language, work) {
      try {
        const { result, at } = await writer.write(language, work);
        return result.ok ? { ...result, fileName: backupFileName(at) } : result;
      } catch (error) {
        const failure = storageFailureOf(error);
        if (failure) return { ok: false, code: failure.code };
        throw error;
      }
    },
    async lock(file, password, work) {
      const of = file.more.length + 1;
      const parts = [file.blob, ...file.more].map((blob, part) => ({
        blob,
        fileName: partName(file.fileName, part, of),
      }));
      const locked = await lockFiles(parts, password, now(), work);
      if (!locked.ok) return { ok: false, code: locked.code };
      const [blob = file.blob, ...more] = locked.files.map((one) => one.blob);
      return { ...file, blob, more, fileName: lockedNames(file.fileName, now()).outer };
    },
    async deliver({ blob, more, fileName, entries, pictures, bytes }, part = 0) {
      const of = more.length + 1;
      download([blob, ...more][part] ?? blob, partName(fileName, part, of));
      if (part < of - 1) return true;
      const noted = await store.append({
        ...momentOf(now(), zone()),
        ...BY_US,
        kind: 'backup.made',
        body: { entries, pictures, bytes },
      });
      return noted.ok;
    },
    unlock: unlockAll,
    inspect: (chosen, work) => inspectBackup(looking, chosen, work),
    restore(chosen, withSettings, work) {
      const take = async (value: unknown): Promise<void> => {
        const parsed = settingsSchema.safeParse(value);
        if (parsed.success) await settings.set(parsed.data);
      };
      return restoreBackup(looking, chosen, withSettings ? take : null, work, store.newId());
    },
    liveImports: (onValue) => store.live(() => store.imports(), onValue),
    takeBack: (importId, work) => store.undoImport(importId, progressOf(work)),
  };
}
