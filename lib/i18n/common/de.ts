import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import { de as record } from '../record/de.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  ...record,
  appName: 'Casebook',
  ok: 'OK',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  saved: 'Gespeichert',
  redo: 'Wiederherstellen',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  removeNamed: (what) => `${what} entfernen`,
  dismiss: 'Ausblenden',
  retry: 'Erneut versuchen',
  more: 'Mehr',
  all: 'Alle',
  none: 'Keine',
  unknown: 'Unbekannt',
  loading: 'Wird geladen …',
  optional: 'freiwillig',
  copy: 'Kopieren',
  copied: 'Kopiert',
  opensInNewTab: 'öffnet einen neuen Tab',
  progressOf: (done, total) => `${done} von ${total}`,
  cancelling: 'Wird angehalten …',
  issues: (count) => n(count, { one: '# Problem', other: '# Probleme', zero: 'Keine Probleme' }),
  selected: (count) => n(count, { one: '# ausgewählt', other: '# ausgewählt' }),
  occurrences: (count) => n(count, { one: 'einmal', other: '#-mal' }),
  pictures: (count) => n(count, { one: '# Bild', other: '# Bilder', zero: 'Keine Bilder' }),
  files: (count) => n(count, { one: '# Datei', other: '# Dateien' }),
  days: (count) => n(count, { one: '# Tag', other: '# Tage' }),
  priority: 'Priorität',
  priorityLevel: { 1: 'Am höchsten', 2: 'Hoch', 3: 'Mittel', 4: 'Niedrig', 5: 'Am niedrigsten' },
  channel: {
    phone: 'Telefon',
    email: 'E-Mail',
    portal: 'Portal des Anbieters',
    chat: 'Chat',
    'in-person': 'Persönlich',
    other: 'Auf anderem Weg',
  },
  via: {
    popup: 'Schaltfläche in der Symbolleiste',
    shortcut: 'Tastenkürzel',
    menu: 'Kontextmenü',
    app: 'Casebook',
    delayed: 'Drei Sekunden nach dem Auftrag',
    recovered: 'Nach einer Unterbrechung wiederhergestellt',
  },
  pageState: {
    ok: 'Seite geladen',
    'http-error': 'Der Server hat einen Fehler gemeldet',
    'error-page': 'Die Seite war nicht erreichbar',
    restricted: 'Eine vom Browser geschützte Seite',
    unknown: 'Zustand der Seite unbekannt',
  },
  httpStatus: (status) => `Antwort des Servers: ${status}`,
  failure: {
    'disk-full':
      'Der Datenträger ist voll. Alles früher Festgehaltene ist sicher. Schaffen Sie Platz und versuchen Sie es erneut.',
    quota:
      'Der Browser gibt Casebook keinen weiteren Platz. Alles früher Festgehaltene ist sicher. Schaffen Sie Speicherplatz und versuchen Sie es erneut.',
    'blob-write-failed':
      'Das Bild ließ sich nicht speichern. Das Protokoll selbst ist sicher. Schaffen Sie Speicherplatz und versuchen Sie es erneut.',
    'read-only-newer':
      'Das Protokoll stammt von einer neueren Casebook-Version und lässt sich nur lesen und exportieren. Nichts ist verloren. Aktualisieren Sie Casebook.',
    blocked:
      'Ein anderer Casebook-Tab benutzt noch eine ältere Fassung des Protokolls. Nichts ist verloren. Schließen Sie die anderen Casebook-Tabs.',
    'closed-by-update':
      'Casebook wurde in einem anderen Tab aktualisiert. Nichts ist verloren. Laden Sie diese Seite neu.',
    terminated:
      'Der Browser hat das Protokoll unerwartet geschlossen. Festgehaltenes ist sicher. Laden Sie diese Seite neu; hilft das nicht, starten Sie den Browser neu.',
    unavailable:
      'Der Browser öffnet das Protokoll nicht. Festgehaltenes bleibt gespeichert. Starten Sie den Browser neu; hilft das nicht, spielen Sie Ihre letzte Sicherung ein.',
    wiped:
      'Das bisherige Protokoll ist weg; vermutlich wurden die Daten des Browsers gelöscht. Spielen Sie Ihre letzte Sicherung ein.',
    closed:
      'Das Protokoll wurde währenddessen geschlossen. Nichts wurde halb geschrieben. Laden Sie diese Seite neu und versuchen Sie es erneut.',
    corrupt:
      'Ein Teil des Protokolls ist nicht lesbar. Er wurde beiseitegelegt, der Rest ist sicher. Erstellen Sie jetzt eine Sicherung.',
    missing: 'Das ist nicht mehr gespeichert. Der Rest des Protokolls ist sicher.',
    invalid:
      'Casebook hat seine eigenen Daten nicht verstanden. Nichts wurde geändert. Laden Sie diese Seite neu und versuchen Sie es erneut.',
    'unknown-capture': 'Dieser Eintrag ist hier nicht mehr bekannt. Suchen Sie ihn im Protokoll.',
    refused: 'Casebook hat das abgelehnt. Nichts wurde geändert.',
    'no-background':
      'Casebook hat nicht geantwortet. Stand hier „Festgehalten“, ist der Eintrag sicher. Schließen Sie dieses Fenster und klicken Sie erneut auf die Schaltfläche.',
    'upgrade-failed':
      'Das Protokoll ließ sich nicht auf den neuesten Stand bringen und lässt sich vorerst nur lesen und exportieren. Nichts ist verloren. Laden Sie diese Seite neu.',
    'not-allowed':
      'Der Browser erlaubt Casebook hier keine Daten. Früher Festgehaltenes bleibt unberührt. Prüfen Sie, ob der Browser Websitedaten und Chronik behält.',
    timeout:
      'Das Protokoll hat nicht rechtzeitig geantwortet. Festgehaltenes ist sicher. Versuchen Sie es erneut.',
    aborted: 'Der Browser hat das abgebrochen. Nichts wurde halb geschrieben. Versuchen Sie es erneut.',
    busy: 'Casebook arbeitet noch am Protokoll. Nichts wurde geändert. Warten Sie, bis das fertig ist, und versuchen Sie es erneut.',
    'no-such-issue': 'Dieses Problem ist nicht mehr im Protokoll. Sonst wurde nichts geändert.',
    conflict:
      'Diese Datei widerspricht dem Protokoll: derselbe Eintrag mit anderem Inhalt. Nichts wurde geändert. Klären Sie, woher die Datei stammt.',
    'broken-chain':
      'Diese Datei wurde nachträglich geändert oder ist beschädigt. Nichts wurde übernommen. Nehmen Sie eine andere Sicherung.',
    'not-undoable':
      'Das lässt sich nicht mehr zurücknehmen: Etwas baut darauf auf, oder es wurde schon zurückgenommen. Es wurde nichts geändert.',
    'missing-picture':
      'In dieser Datei fehlt ein Bild. Nichts wurde übernommen. Nehmen Sie eine andere Sicherung.',
    damaged:
      'Die gespeicherten Daten sind nicht lesbar. Sie wurden nicht angetastet. Spielen Sie Ihre letzte Sicherung ein.',
    cancelled: 'Angehalten. Nichts wurde geändert.',
    unknown: 'In Casebook ist etwas schiefgegangen. Festgehaltenes ist sicher. Versuchen Sie es erneut.',
  },
  health: {
    open: 'Das Protokoll ist in Ordnung.',
    opening: 'Das Protokoll wird geöffnet …',
  },
  keyboard: 'Tastatur',
  keys: { enter: 'Eingabe', shift: 'Umschalt', escape: 'Esc', ctrl: 'Strg', alt: 'Alt', space: 'Leertaste' },
};
