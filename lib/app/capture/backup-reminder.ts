import type { LogCounts } from '../../storage/types/log-view.ts';
import type { Settings } from '../settings/settings.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Whether it is time to remind of a backup: many new issues, or some and the last backup is old. 0 issues: never. */
export function backupDue(
  counts: Pick<LogCounts, 'sinceBackup' | 'lastBackup'>,
  rule: Pick<Settings, 'reminderDays' | 'reminderIssues'>,
  now: Date,
): boolean {
  if (rule.reminderIssues === 0 || counts.sinceBackup === 0) return false;
  if (counts.sinceBackup >= rule.reminderIssues) return true;
  const last = counts.lastBackup;
  return last !== null && now.getTime() - new Date(last.at).getTime() >= rule.reminderDays * DAY_MS;
}
