import { backupDue } from '../../lib/app/capture/backup-reminder.ts';
import type { LogCounts } from '../../lib/app/log/log-service.ts';
import { DEFAULT_SETTINGS } from '../../lib/app/settings/settings.ts';
import { useApp } from './app.tsx';
import { useLive } from './use-live.ts';
import { useNow } from './use-now.ts';

export type BackupState = Readonly<
  Pick<LogCounts, 'lastBackup' | 'sinceBackup'> & { due: boolean; now: Date }
>;

/** How old the last backup is and what is not in it yet; null until the log has been read. */
export function useBackupState(): BackupState | null {
  const now = useNow();
  const { services } = useApp();
  const settings = useLive(services.settings.subscribe, DEFAULT_SETTINGS);
  const counts = useLive<LogCounts | null>(
    // What is wrong with the log is said by the banner; here it only means that the date stays unknown.
    (listener) => services.log.onChange(listener, () => undefined),
    null,
    [services.log],
  );
  if (counts === null) return null;
  const { lastBackup, sinceBackup } = counts;
  return { lastBackup, sinceBackup, due: backupDue(counts, settings, now), now };
}
