import type { Words } from '../area.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  skipToContent: 'Zum Inhalt springen',
  navigation: 'Bereiche',
  log: 'Protokoll',
  else: 'Etwas anderes festhalten',
  providers: 'Anbieter',
  promises: 'Zusagen',
  conversations: 'Gespräche',
  data: 'Daten & Einstellungen',
  dataTab: 'Sicherung & Export',
  settingsTab: 'Einstellungen',
  welcome: 'So funktioniert es',
  health: 'Zustand des Protokolls',
  lastBackup: (when) => `Letzte Sicherung: ${when}`,
  lastBackupFull: (when) => `Letzte Sicherung erstellt: ${when}`,
  noBackup: 'Noch keine Sicherung',
  backupDue: 'Sicherung fällig',
  makeBackup: 'Sicherung erstellen',
  notFoundTitle: 'Nicht gefunden',
  notFound: 'Diese Seite gibt es nicht.',
  toLog: 'Zum Protokoll',
  screenFailed:
    'Dieser Teil von Casebook ließ sich nicht öffnen. Das Protokoll ist sicher. Laden Sie die Seite neu.',
  reload: 'Neu laden',
};
