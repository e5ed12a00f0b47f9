import { shell } from '../../lib/i18n/shell/shell.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { useBackupState } from '../state/use-backup-state.ts';
import { Icon } from '../ui/Icon.tsx';

/** Always in sight: without a backup the log ends with this browser profile. */
export function LastBackup() {
  const t = useText(shell);
  const format = useFormat();
  const state = useBackupState();
  if (state === null) return <p class="shell-backup" />;
  const { lastBackup, due, now } = state;
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
