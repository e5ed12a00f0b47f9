import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  title: 'Gespräche',
  lead: 'Wählen Sie Anbieter und Zeitraum: beide Seiten in Zahlen, zwei Seiten zum Entscheiden, ein Anhang zum Arbeiten. Nichts geht hinaus, bevor Sie es exportieren.',
  none: 'Noch kein Anbieter',
  noneSentence:
    'Ein Gespräch führt man mit einem Anbieter. Fügen Sie einen hinzu, dann bereiten Sie es hier vor.',
  addProvider: 'Anbieter hinzufügen',
  form: 'Was in die Mappe kommt',
  provider: 'Anbieter',
  choose: 'Anbieter wählen…',
  period: 'Zeitraum',
  system: 'System',
  allSystems: 'Alle Systeme',
  team: 'Team',
  allTeams: 'Alle unsere Teams',
  tickets: 'Mit den Tickets des Anbieters vergleichen',
  kind: 'Art',
  kindHint: {
    conversation:
      'Für ein Gespräch: zwei Seiten für alle, die entscheiden, ein Anhang für alle, die daran arbeiten.',
    review: 'Für den Rückblick auf ein Quartal: Bewertungen, vier Quartale, Termine des Vertrags.',
    issue: 'Ein Problem, für das Portal des Anbieters.',
    claim: 'Ausfälle und was daraus folgt. Casebook entwirft; ein Mensch prüft und stellt den Antrag.',
    handover:
      'Für den nächsten Anbieter: Systeme, offene Probleme, was versucht wurde. Ohne Bewertung des alten.',
  },
  language: 'Sprache der Mappe',
  languages: { en: 'English', de: 'Deutsch' },
  issue: 'Problem',
  note: 'Anschreiben',
  noteHint: 'Warum Sie sprechen möchten.',
  questions: 'Fragen',
  questionsHint: 'Eine je Zeile. Daraus wird die Tagesordnung.',
  ours: 'Was wir ändern',
  oursHint: 'Eines je Zeile.',
  leaveOut: (described, all) => `Beschriebene Probleme: ${described} von ${all}`,
  promisesTold: (told, all) => `Beschriebene Entscheidungen und Zusagen: ${told} von ${all}`,
  leaveOutHint:
    'Was Sie herausnehmen, wird nicht beschrieben. Die Zahlen zählen es weiter mit, und die Mappe sagt, wie viele weggelassen wurden.',
  picturesHint: (most) =>
    `Bilder erscheinen nur bei Problemen, die Sie wählen, mit allem, was Sie geschwärzt oder abgeschnitten haben. Über ${most} wird die Mappe zu einer ZIP-Datei, in der die Bilder als Dateien daneben liegen.`,
  picturesOf: (count, key) =>
    n(count, { one: `# Bild von ${key} zeigen`, other: `# Bilder von ${key} zeigen` }),
  preview: 'Vorschau',
  previewOf: 'Vorschau der Mappe',
  html: 'Mappe exportieren',
  markdown: 'Als Markdown exportieren',
  mail: 'Mail-Entwurf',
  mailTo: 'Mail-Entwurf an',
  mailToHint: 'Aus den Kontakten des Anbieters.',
  mailToNobody: 'Niemand: Ich adressiere selbst',
  apart: (file, most) =>
    `${file} ist nicht angehängt: Die Datei ist größer als ${most}, und viele Postfächer weisen sie ab. Exportieren Sie die Mappe und senden Sie sie auf anderem Weg.`,
  apartLocked:
    'Eine Mappe mit Passwort wird nicht angehängt. Exportieren Sie sie ebenfalls, und senden Sie sie und ihr Passwort auf anderen Wegen als mit dieser E-Mail. Die Zusammenfassung in der E-Mail selbst hat kein Passwort.',
  print: 'Drucken…',
  reading: 'Wird gelesen…',
  following: 'Die Konten werden noch berechnet: Zahlen können sich ändern.',
  done: (file) => `${file} liegt bei Ihren Downloads.`,
  notNoted: 'Dass es hinausging, ließ sich nicht aufschreiben.',
  prepare: 'Gespräch vorbereiten',
  hold: 'Gespräch führen',
  views: { label: 'Ansichten', prepare: 'Vorbereiten', held: 'Geführt' },
};
