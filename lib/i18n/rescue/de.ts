import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  heading: 'Wenn das Protokoll beschädigt ist',
  sentence:
    'Speichert alles, was noch lesbar ist, Zeile für Zeile, auch wenn sich das Protokoll nicht öffnet. Die Datei lässt sich hereinholen wie eine Sicherung; was nicht lesbar war, steht darin.',
  make: 'Alles herunterladen, was noch lesbar ist',
  working: 'Lesbares wird gelesen',
  done: (name, size, entries, pictures) =>
    `${name} (${size}) wurde an Ihre Downloads übergeben: ${n(entries, { one: '# Eintrag', other: '# Einträge' })} des Protokolls, ${n(pictures, { one: '# Bild oder Datei', other: '# Bilder und Dateien' })}.`,
  nothingLost: 'Alles war lesbar.',
  someLost: (count) =>
    n(count, {
      one: '1 Sache war nicht lesbar. Sie steht in UNREADABLE.txt in der Datei.',
      other: '# Sachen waren nicht lesbar. Sie stehen in UNREADABLE.txt in der Datei.',
    }),
  lost: {
    database: 'Die Datenbank öffnet sich nicht',
    table: 'Ein Teil der Datenbank ist ab einer Stelle nicht lesbar',
    row: 'Nicht lesbare Zeile',
    content: 'Nicht verständlicher Eintrag; seine Stelle in der Kette bleibt',
    unlinked: 'Eintrag hinter einer Lücke in der Kette; siehe unlinked.jsonl',
    bytes: 'Bild oder Datei fehlt, wurde verändert oder ist zu groß',
    journal: 'Aufnahmen, die außerhalb des Protokolls warten, sind nicht lesbar',
  },
  list: (version, lines) =>
    lines.length === 0
      ? `Casebook ${version}\nAlles war lesbar.\n`
      : `Casebook ${version}\nDas war nicht lesbar, oder nicht als das, was es war:\n\n${lines.join('\n')}\n`,
  readme: (version) => `Das ist, was Casebook ${version} von einem Protokoll noch lesen konnte.

Es lässt sich hereinholen wie eine Sicherung: Casebook öffnen, „Sicherung & Export“, „Hereinholen“.
Einträge, deren Inhalt nicht verständlich war, behalten ihre Stelle in der Kette.

UNREADABLE.txt     was nicht lesbar war
ledgers/           die Einträge, einer je Zeile
pictures/, files/  Bilder und Dateien, jedes gegen seinen Namen geprüft
quarantine/        beschädigte Zeilen, wie sie gefunden wurden
unlinked.jsonl     Zeilen hinter einer Lücke in der Kette; werden nicht hereingeholt
unfinished.jsonl   Entwürfe und begonnene Aufnahmen; werden nicht hereingeholt
journal.jsonl      Aufnahmen, die außerhalb des Protokolls warteten; werden nicht hereingeholt
`,
  wipe: {
    heading: 'Alles löschen',
    sentence:
      'Löscht das Protokoll, alle Bilder, Entwürfe und Einstellungen von Casebook in diesem Browserprofil. Ohne Sicherung lässt sich nichts davon zurückholen.',
    open: 'Alles löschen …',
    title: 'Alles löschen?',
    backupFirst: 'Erst eine Sicherung erstellen',
    lastBackup: (when) => `Letzte Sicherung: ${when}.`,
    noBackup: 'Es gibt noch keine Sicherung.',
    since: (count) =>
      n(count, {
        zero: 'Jedes Problem ist darin.',
        one: '# Problem ist in keiner Sicherung.',
        other: '# Probleme sind in keiner Sicherung.',
      }),
    after:
      'Alle Seiten von Casebook schließen sich, und die Erweiterung beginnt wie neu. Exportierte Dateien und Sicherungen bleiben, wo sie sind.',
    word: 'LÖSCHEN',
    typeIt: (word) => `Zur Bestätigung ${word} eingeben`,
    confirm: 'Alles löschen',
    cancel: 'Abbrechen',
    blocked:
      'Ein anderes Fenster hält das Protokoll offen; es wird gelöscht, sobald das zugeht. Schließen Sie die anderen Seiten von Casebook und drücken Sie die Taste für den Rest noch einmal.',
    failed:
      'Der Browser hat nicht alles gelöscht. Starten Sie den Browser neu und versuchen Sie es noch einmal.',
  },
};
