import type { Words } from '../area.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Ein Klick, wenn etwas ausfällt',
  lead: 'Casebook hält fair fest, was bei den Systemen schiefgeht, die andere für Sie betreiben. So können Sie über Tatsachen sprechen.',
  pinTitle: 'Die Schaltfläche sichtbar machen',
  pinChromium: [
    'Klicken Sie auf das Puzzleteil rechts in der Symbolleiste.',
    'Suchen Sie Casebook in der Liste und klicken Sie auf die Stecknadel daneben.',
  ],
  pinFirefox: [
    'Klicken Sie auf das Puzzleteil rechts in der Symbolleiste.',
    'Klicken Sie auf das Zahnrad neben Casebook und dann auf „An Symbolleiste anheften“.',
  ],
  tryTitle: 'Ausprobieren',
  tryText:
    'Öffnen Sie in einem anderen Tab eine beliebige Website und klicken Sie auf die Casebook-Schaltfläche. Steht dort „Festgehalten“, ist es gespeichert. Tippen müssen Sie nichts.',
  tryUndo: 'Einen Probeeintrag nehmen Sie mit „Rückgängig“ sofort zurück.',
  shortcut: 'Tastenkürzel:',
  noShortcut:
    'Es ist kein Tastenkürzel belegt. Sie können eines in der Liste der Erweiterungs-Tastenkürzel des Browsers festlegen.',
  waysTitle: 'Weitere Wege, etwas festzuhalten',
  ways: {
    silently: 'Ohne ein Fenster zu öffnen:',
    silentlyUndo: 'Die Schaltfläche zeigt einen Haken, und das nächste Fenster bietet an, es zurückzunehmen.',
    menu: 'Mit der rechten Maustaste: „Problem hier festhalten“. Markierter Text wird zur Beschreibung. „In 3 Sekunden festhalten“ lässt Zeit, ein Menü wieder zu öffnen.',
    else: 'Für ein Telefon, ein Programm, einen Drucker oder das Netzwerk:',
    elseLink: 'Etwas anderes festhalten',
  },
  storedTitle: 'Was wo gespeichert wird',
  stored: [
    'Adresse, Titel und Zeitpunkt der Seite, ein Bildschirmfoto, fehlgeschlagene und langsame Anfragen, Fehlermeldungen und -nummern sowie Angaben zu Ihrem Browser.',
    'Gespeichert wird nur auf diesem Computer, in diesem Browserprofil.',
    'Passwörter, Zugangsschlüssel und Signaturen in Adressen und Texten werden vor dem Speichern unkenntlich gemacht. Bilder zeigen, was Sie gesehen haben; prüfen Sie sie, bevor Sie sie weitergeben.',
  ],
  neverTitle: 'Was den Computer nie verlässt',
  never: [
    'Casebook kann nichts senden: Der Browser sperrt jede Verbindung, die es versuchen könnte. Es gibt kein Konto und keinen Server.',
    'Den Computer verlässt nur, was Sie exportieren, und Sie sehen vorher jede Zeile.',
    'Gelesen wird erst, wenn Sie klicken. Private Fenster werden nie festgehalten.',
  ],
  backupTitle: 'Eine Kopie behalten',
  backup:
    'Wenn Sie Casebook entfernen oder die Daten des Browsers löschen, löscht der Browser das Protokoll. Erstellen Sie ab und zu eine Sicherung; Casebook erinnert Sie daran.',
  toBackup: 'Sicherung und Export öffnen',
  toLog: 'Protokoll öffnen',
};
