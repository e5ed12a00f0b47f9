import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { annex as enAnnex, method as enMethod } from './annex-en.ts';

const n = counter('de');

export const annex: Words<typeof enAnnex> = {
  index: 'Anhang A: Probleme',
  indexText: 'Jedes hier gezählte Problem, das beschrieben ist. Einträge: ihre Nummern in unserem Protokoll.',
  key: 'Nummer',
  title: 'Titel',
  ticket: 'Ticket des Anbieters',
  priority: 'Priorität',
  seen: 'Zuerst gesehen',
  times: 'Gesehen',
  status: 'Stand',
  verdicts: 'Erste Antwort / läuft wieder / behoben',
  entries: 'Einträge',
  verdict: {
    met: 'eingehalten',
    missed: 'nicht eingehalten',
    overdue: 'überfällig',
    open: 'offen',
    cancelled: 'nicht beurteilt',
    unproven: 'nicht zu zeigen',
  },
  noVerdict: 'nichts vereinbart',
  chronology: 'Anhang B: Verlauf jedes Problems',
  chronologySome: (shown, of) =>
    `Die ${shown}, die offen, nicht eingehalten, wiederkehrend oder die neuesten sind, von ${of}.`,
  when: 'Wann',
  side: 'Seite',
  what: 'Was',
  entry: 'Eintrag',
  seenAgain: 'gesehen',
  written: (when) => `aufgeschrieben ${when}`,
  alt: (key, parts) => `Wer bei ${key} am Zug war: ${parts}.`,
  part: (who, time) => `${who} ${time}`,
  evidence: 'Anhang C: Nachweise',
  evidenceText:
    'Hier mit ihren Prüfsummen genannt; die Dateien selbst liegen im Beweispaket. Von einem markierten oder geschwärzten Bild, das hier nicht gezeigt ist, hat nur das Beweispaket die Kopie und ihre Prüfsumme.',
  noEvidence: 'Kein Bild und keine Datei ist festgehalten.',
  file: 'Datei',
  sha: 'SHA-256',
  captured: 'Festgehalten',
  redacted: 'Markiert oder geschwärzt',
  yes: 'ja',
  no: 'nein',
  issue: 'Problem',
  figures: 'Anhang D: was jede Zahl zählt',
  figure: 'Zahl',
  all: (count) => `Alle ${count} aus Anhang A`,
  ref: 'Nr.',
  issues: 'Probleme',
  notDescribed: (count) => n(count, { one: 'und # nicht beschriebenes', other: 'und # nicht beschriebene' }),
  promises: 'Anhang E: Zusagen im Einzelnen',
  method: 'Anhang F: Verfahren',
  full: 'Anhang G: alle Zahlen',
};

export const method: Words<typeof enMethod> = {
  data: (version) =>
    `Erstellt mit Casebook ${version} aus den Einträgen unseres eigenen Protokolls. Kein Eintrag wird je geändert; auch Berichtigungen sind Einträge.`,
  period:
    'Ein Problem zählt in dem Zeitraum, in dem es zuerst auftrat; eine Zusage nach dem zuerst zugesagten Termin.',
  sides:
    'Zeit liegt bei der Seite, die als Nächste handeln musste. Wartezeiten, die beide vereinbart haben, liegen bei niemandem.',
  verdicts:
    'Eingehalten, nicht eingehalten oder nicht zu zeigen: Lassen die festgehaltenen Zeiten beides zu, wird nicht geurteilt.',
  small: 'Weniger als fünf werden nur gezählt. Unter 30 steht das 95-%-Intervall (Wilson) in Klammern.',
  calendar: (agreement, calendar, tz) => `${agreement}: Arbeitszeit nach „${calendar}“ (${tz}).`,
  ours: (team, calendar, tz) => `Unser Team ${team}: Arbeitszeit nach „${calendar}“ (${tz}).`,
  since: (when) => `Festgehalten seit ${when}. Was davor geschah, ist hier nicht bekannt.`,
  chain: (ledger, count, head) => `Kettenende des Protokolls ${ledger} nach ${count} Einträgen: ${head}`,
  lag: 'Die Konten wurden beim Erstellen noch berechnet: Zahlen können sich noch ändern.',
  machine:
    'Eine maschinenlesbare Datei und der Nachweis, dass seither nichts geändert wurde, entstehen mit „Beweispaket“.',
};
