import { backupDue } from '../../lib/app/capture/backup-reminder.ts';
import type { LogCounts } from '../../lib/app/log/log-service.ts';
import { DEFAULT_SETTINGS } from '../../lib/app/settings/settings.ts';
import { shell } from '../../lib/i18n/shell/shell.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { useLive } from '../state/use-live.ts';
import { useNow } from '../state/use-now.ts';
import { Icon } from '../ui/Icon.tsx';

/** Always in sight: without a backup the log ends with this browser profile. */
export function LastBackup() {
  const t = useText(shell);
  const format = useFormat();
  const now = useNow();
  const { services } = useApp();
  const settings = useLive(services.settings.subscribe, DEFAULT_SETTINGS);
  const counts = useLive<LogCounts | null>(
    // What is wrong with the log is said by the banner; here it only means that the date stays unknown.
    (listener) => services.log.onChange(listener, () => undefined),
    null,
    [services.log],
  );
  if (counts === null) return <p class="shell-backup" />;
  const { lastBackup } = counts;
  const due = backupDue(counts, settings, now);
  return (
    <p class={due ? 'shell-backup shell-backup-due' : 'shell-backup'}>
      {due && (
        <span class="shell-backup-flag">
          <Icon name="warning" size={14} />
          {t.backupDue}
        </span>
      )}
      {lastBackup === null ? (
        <span>{t.noBackup}</span>
      ) : (
        <span title={t.lastBackupFull(format.full(lastBackup.at))}>
          {t.lastBackup(format.dayTime(lastBackup.at, now))}
        </span>
      )}
      <a href="#/data">{t.makeBackup}</a>
    </p>
  );
}
