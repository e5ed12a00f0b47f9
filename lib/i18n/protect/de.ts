import type { Words } from '../area.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  choose: 'Mit einem Passwort schützen',
  password: 'Passwort',
  again: 'Passwort noch einmal',
  show: 'Passwort anzeigen',
  suggest: 'Passwort vorschlagen',
  hint: (length: number) => `Mindestens ${length} Zeichen.`,
  problem: {
    short: (length: number) => `Zu kurz: Nehmen Sie mindestens ${length} Zeichen.`,
    differs: 'Die beiden Passwörter sind nicht gleich.',
  },
  notPlain: 'Manche Programme lesen Buchstaben wie ä oder é anders. a–z, Ziffern und Zeichen gehen überall.',
  means: {
    all: 'Was hinausgeht, wird die einzige Datei in einem ZIP, das mit AES-256 verschlüsselt ist. Ohne das Passwort lassen sich weder der Inhalt noch die Namen der Dateien darin lesen.',
    seen: 'Zu sehen bleibt: dass es von Casebook kommt, die Tage im Namen und wie groß es ist.',
    kept: 'Casebook bewahrt das Passwort nicht auf. Ist es verloren, findet es niemand wieder. Teilen Sie es auf einem anderen Weg mit als die Datei, zum Beispiel am Telefon.',
    opens:
      'Der Windows-Explorer öffnet solche Dateien nicht. 7-Zip, WinZip und Keka öffnen sie, auch der Befehl 7z x.',
  },
  meansLabel: 'Was das Passwort schützt',
  done: 'Die Datei öffnet sich nur mit dem Passwort. Teilen Sie es auf einem anderen Weg mit als die Datei.',
  unlock: {
    heading: (name: string) => `${name} hat ein Passwort`,
    sentence: 'Geben Sie das Passwort ein, mit dem die Datei gemacht wurde. Es wird nicht aufbewahrt.',
    open: 'Öffnen',
    working: 'Wird geöffnet',
  },
};
