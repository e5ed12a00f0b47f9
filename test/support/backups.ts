import { createBackupService, type BackupService } from '../../lib/app/backup/backup-service.ts';
import { DEFAULT_SETTINGS } from '../../lib/app/settings/settings.ts';
import type { Store } from '../../lib/storage/types/store.ts';

type Deps = Parameters<typeof createBackupService>[0];

/** Backups of a log as the data screen makes and takes them in, at a quiet noon, with nowhere to download to. */
export function backupsOf(store: Store, change: Partial<Deps> = {}): BackupService {
  return createBackupService({
    store,
    settings: { get: async () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS },
    now: () => new Date('2026-11-28T12:00:00.000Z'),
    zone: () => 'Europe/Berlin',
    version: '0.1.0',
    download: () => undefined,
    noticesChanges: false,
    ...change,
  });
}
