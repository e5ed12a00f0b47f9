import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

/** Worte für Feiertage eines Landes oder aus einer Kalenderdatei, die in Arbeitszeiten kommen. */
export const de: Words<typeof en> = {
  summary: 'Feiertage oder Schließtage ergänzen …',
  where: 'Woher',
  byPlace: 'Nach Land',
  byFile: 'Aus einer Kalenderdatei',
  country: 'Land',
  chooseCountry: 'Land auswählen',
  state: 'Bundesland oder Landesteil',
  wholeCountry: 'Im ganzen Land',
  region: 'Gegend',
  wholeState: 'Im ganzen Landesteil',
  years: 'Jahre',
  loading: 'Feiertage werden geladen …',
  loadFailed:
    'Die Liste der Feiertage ließ sich nicht laden. Laden Sie diese Seite neu und versuchen Sie es noch einmal.',
  none: 'Für diese Auswahl sind keine Feiertage bekannt.',
  choosePlace: 'Wählen Sie ein Land aus, um seine Feiertage zu sehen.',
  chooseFile: '.ics-Datei auswählen …',
  dropFile: 'oder hier ablegen',
  fileHint:
    'Feiertage oder Schließtage, wie Ihr Kalenderprogramm sie exportiert. Nur ganze Tage; nichts wird irgendwohin gesendet.',
  fileShown: (name) => `Ganze Tage in ${name}`,
  timed: (count) =>
    n(count, {
      one: '# Eintrag hat eine Uhrzeit und blieb weg.',
      other: '# Einträge haben eine Uhrzeit und blieben weg.',
    }),
  unread: (count) =>
    n(count, {
      one: '# Eintrag war nicht lesbar oder wiederholt sich so, dass nur sein erster Tag lesbar war.',
      other: '# Einträge waren nicht lesbar oder wiederholen sich so, dass nur ihr erster Tag lesbar war.',
    }),
  refused: {
    empty: 'Diese Datei ist leer.',
    'too-large': (limit) => `Diese Datei ist größer als ${limit}; das ist kein Feiertagskalender.`,
    'not-utf8':
      'Diese Datei ist nicht in UTF-8 geschrieben. Exportieren Sie sie neu als iCalendar-Datei (.ics).',
    'not-calendar': 'Das ist keine Kalenderdatei (.ics), oder sie ist beschädigt.',
    'too-many': 'Diese Datei enthält mehr Einträge oder Tage, als ein Feiertagskalender hat.',
    'no-days': (from, to) => `In dieser Datei gibt es zwischen ${from} und ${to} keine ganzen Tage.`,
    unreadable: 'Diese Datei war nicht lesbar. Wurde sie verschoben oder geändert?',
  },
  nothingChanged: 'Es wurde nichts geändert.',
  year: (year, ticked) => `${year}: ${n(ticked, { zero: 'keine', one: '#', other: '#' })}`,
  allOf: (year) => `Alle von ${year} ankreuzen`,
  noneOf: (year) => `Keine von ${year} ankreuzen`,
  halfDay: (time) => `halber Tag, geschlossen ab ${time}`,
  bank: 'nur Banken',
  some: (whom) => `nur für manche: ${whom}`,
  noHoliday: 'vermutlich kein Feiertag',
  already: 'steht schon im Kalender',
  special: 'hat im Kalender eigene Zeiten',
  anyway: 'ohnehin geschlossen',
  unnamed: 'Ohne Namen',
  apply: (count) =>
    n(count, {
      zero: 'Nichts angekreuzt',
      one: '# Tag in den Kalender setzen',
      other: '# Tage in den Kalender setzen',
    }),
  applied: (count) =>
    n(count, {
      one: '# Tag steht jetzt bei den Ausnahmen. Speichern Sie, um ihn zu behalten.',
      other: '# Tage stehen jetzt bei den Ausnahmen. Speichern Sie, um sie zu behalten.',
    }),
  plain: 'Daraus werden einfache Daten, die Sie ändern können. Von selbst ändern sie sich nie.',
  attribution:
    'Feiertage: date-holidays von commenthol und anderen (ISC), Daten aus der Wikipedia (CC BY-SA 3.0). Prüfen Sie sie gegen Ihren Vertrag.',
};
