import type { Words } from '../area.ts';
import { de as record } from '../record/de.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  ...record,
  documentTitle: 'Problem festhalten',
  recording: 'Wird festgehalten …',
  recorded: (time) => `Festgehalten ${time}`,
  continuing: (key) => `Weiter: ${key}`,
  continuingHint: (time) => `Festgehalten ${time}. Es wurde nichts Neues festgehalten.`,
  recordAgain: 'Neu festhalten',
  trashed: 'Im Papierkorb',
  undo: 'Rückgängig',
  undoHint: 'Diesen Eintrag in den Papierkorb legen',
  redo: 'Zurückholen',
  log: 'Protokoll',
  logHint: 'Dieses Problem im Protokoll öffnen',
  screenshot: 'Bildschirmfoto der Seite',
  enlarge: 'Bild im Protokoll ansehen',
  what: 'Was ist schiefgegangen?',
  whatHint: 'Eingabe: fertig · Umschalt + Eingabe: neue Zeile',
  saved: 'Gespeichert',
  notSaved: 'Noch nicht gespeichert.',
  done: 'Fertig',
  found: 'Auf der Seite gefunden',
  removeChip: (text) => `Weglassen: ${text}`,
  undoChip: (text) => `Zurückholen: ${text}`,
  silently: (time) => `Um ${time} still festgehalten`,
  silentlyBack: (time) => `Zurückgenommen: um ${time} still festgehalten`,
  shortcut: (key) => `${key} hält ohne dieses Fenster fest.`,
  notAdded: 'Es wurde kein Bild hinzugefügt.',
  journalled: 'Vorläufig aufbewahrt',
  journalledWhat:
    'Das Protokoll ließ sich nicht schreiben. Dieser Eintrag und Ihr Text sind gesondert aufbewahrt und kommen ins Protokoll, sobald es wieder geht.',
  refused: 'Nichts festgehalten',
  refusedReason: {
    'private-window':
      'Das ist ein privates Fenster. Casebook hält private Fenster nie fest; es wurde nichts gespeichert. Nehmen Sie ein normales Fenster.',
  },
  failure: {
    disk: 'Der Datenträger ist voll. Alles früher Festgehaltene ist sicher. Schaffen Sie Platz und versuchen Sie es erneut.',
    readOnly:
      'Das Protokoll lässt sich gerade nur lesen. Nichts ist verloren. Öffnen Sie das Protokoll, dort steht der Grund.',
    blocked:
      'Ein anderer Casebook-Tab ist im Weg. Nichts ist verloren. Schließen Sie die anderen Casebook-Tabs.',
    log: 'Der Browser öffnet das Protokoll nicht. Festgehaltenes bleibt gespeichert. Starten Sie den Browser neu.',
    gone: 'Dieser Eintrag ist hier nicht mehr bekannt. Suchen Sie ihn im Protokoll.',
    silent:
      'Casebook hat nicht geantwortet. Stand hier „Festgehalten“, ist der Eintrag sicher. Schließen Sie dieses Fenster und klicken Sie erneut auf die Schaltfläche.',
    other: 'In Casebook ist etwas schiefgegangen. Festgehaltenes ist sicher. Versuchen Sie es erneut.',
  },
  same: 'Schon einmal da gewesen?',
  again: 'Erneut',
  added: (key, times) => `Zu ${key} hinzugefügt (${times}. Mal)`,
  aloneHint: 'Als eigenes Problem führen',
  morePictures: 'Weiteres Bild',
  pictureHow: { region: 'Ausschnitt', 'full-page': 'Ganze Seite', delayed: 'In 3 s' },
  pictureCancel: 'Abbrechen',
  pictureAdded: 'Bild hinzugefügt.',
  pictureCut: 'Bild ohne das Ende hinzugefügt: Die Seite ist zu lang.',
  failed: 'Nicht festgehalten',
  failedText: 'Falls Sie schon etwas getippt haben: Kopieren Sie es, bevor Sie dieses Fenster schließen.',
};
