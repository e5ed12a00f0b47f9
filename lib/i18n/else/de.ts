import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  title: 'Etwas anderes festhalten',
  lead: 'Für alles, was nicht im Browser ist: ein Telefon, ein Programm auf diesem Computer, ein Drucker, das Netzwerk.',
  system: 'Worum geht es?',
  systemHint: 'Ein Name, den Sie wiedererkennen, zum Beispiel „Telefonanlage“ oder „Drucker, 2. Stock“.',
  what: 'Was ist schiefgegangen?',
  whatHint: 'Beschreiben Sie, was Sie gesehen oder gehört haben. Die erste Zeile wird der Titel.',
  when: 'Wann?',
  now: 'Gerade eben',
  earlier: 'Früher',
  at: 'Wann es passiert ist',
  badTime: 'Bitte geben Sie einen Zeitpunkt an, der nicht in der Zukunft liegt.',
  about: 'Plus/minus',
  minutes: (count) => n(count, { one: '# Minute', other: '# Minuten' }),
  hours: (count) => n(count, { one: '# Stunde', other: '# Stunden' }),
  evidence: 'Bilder und Dateien',
  evidenceHint: (file, total) =>
    `Fügen Sie sie mit der Tastatur ein, ziehen Sie sie hierher oder wählen Sie sie aus. Bilder, E-Mails, Texte, PDF- und HAR-Dateien werden erkannt; je bis ${file}, zusammen bis ${total}.`,
  choose: 'Dateien auswählen',
  paste: 'Einfügen',
  pick: 'Fenster oder Bildschirm wählen',
  pickHint:
    'Der Browser fragt, welches. Es wird ein einziges Bild aufgenommen und die Ansicht sofort beendet.',
  noPick:
    'Dieser Browser lässt keine Erweiterung ein Bild eines anderen Fensters aufnehmen. Machen Sie ein Bildschirmfoto mit der Taste Ihres Systems und fügen Sie es hier ein.',
  pickProblem: {
    unavailable:
      'Der Browser oder das System bietet hier kein Fenster und keinen Bildschirm an. Machen Sie ein Bildschirmfoto mit der Taste Ihres Systems und fügen Sie es ein.',
    'not-chosen':
      'Es wurde kein Fenster gewählt, oder das System erlaubt es nicht. Wurde nichts angeboten, machen Sie ein Bildschirmfoto mit der Taste Ihres Systems und fügen Sie es ein.',
    failed:
      'Das gewählte Fenster hat kein Bild geliefert. Versuchen Sie es noch einmal oder fügen Sie ein Bildschirmfoto ein.',
  },
  taking: 'Wird gelesen …',
  list: 'Bilder und Dateien, die festgehalten werden',
  removeItem: (name) => `${name} entfernen`,
  removed: (name) => `${name} entfernt`,
  size: (width, height) => `${width} × ${height}`,
  record: 'Festhalten',
  nothing: 'Sagen Sie, was schiefgegangen ist oder worum es geht, oder fügen Sie ein Bild hinzu.',
  recorded: (key) => `Festgehalten als ${key}`,
  draft: 'Was Sie vorher geschrieben haben, ist noch da.',
  draftWithout: (count) =>
    n(count, {
      one: 'Was Sie vorher geschrieben haben, ist noch da. # Bild oder Datei wurde nicht aufbewahrt; bitte fügen Sie es noch einmal hinzu.',
      other:
        'Was Sie vorher geschrieben haben, ist noch da. # Bilder und Dateien wurden nicht aufbewahrt; bitte fügen Sie sie noch einmal hinzu.',
    }),
  discard: 'Neu beginnen',
  notKept:
    'Dieser Browser bewahrt den Entwurf nicht auf. Halten Sie ihn fest, bevor Sie diese Seite verlassen.',
  kept: 'Entwurf aufbewahrt',
};
