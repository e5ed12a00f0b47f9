import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');
const stillOpen = (open: number) =>
  open === 0 ? '' : `, ${n(open, { one: '# noch offen', other: '# noch offen' })}`;

/** Worte für Vereinbarungen zum Anfangen und für Ziele, die aus dem Erreichten vorgeschlagen werden. */
export const de: Words<typeof en> = {
  starter: {
    msp_9_5: {
      title: 'IT-Dienstleister, zu Bürozeiten',
      what: 'Montag bis Freitag 9 bis 17 Uhr. Erste Antwort in 1 bis 16 Stunden, behoben in 1 bis 20 Arbeitstagen, je nach Priorität.',
      means:
        'Die Uhren laufen nur in diesen Zeiten: Was am Freitag um 16 Uhr gemeldet wird, darf am Montag beantwortet werden.',
    },
    saas_24x7: {
      title: 'Software als Dienst, rund um die Uhr',
      what: 'Dringendes Tag und Nacht, alles andere Montag bis Freitag 9 bis 17 Uhr. 99,9 % Verfügbarkeit.',
      means:
        'Zugesagt sind Zeiten für Antworten, nicht für Lösungen. Eine Gutschrift für Ausfälle muss binnen 30 Tagen verlangt werden.',
    },
    cloud: {
      title: 'Cloud-Plattform',
      what: 'Rund um die Uhr. Erste Antwort in 1 bis 24 Stunden, je nach Priorität. 99,99 % Verfügbarkeit.',
      means:
        'Eine Gutschrift für Ausfälle muss bis zum Ende des zweiten Abrechnungszeitraums verlangt werden, mit Zeiten und Protokollen.',
    },
    measure_first: {
      title: 'Nichts vereinbart, oder wir wissen es nicht',
      what: 'Erst messen, dann Ziele aus dem vorschlagen, was schon erreicht wird.',
      means: 'Sie sehen, wer wie lange auf wen gewartet hat. Nichts wird als verspätet gewertet.',
    },
  },
  names: {
    agreement: (provider) => `${provider}: Support`,
    measured: (provider) => `${provider}: gemessen, nichts vereinbart`,
    aroundTheClock: (provider) => `${provider}: rund um die Uhr`,
    officeHours: (provider) => `${provider}: Mo–Fr 9–17`,
  },
  starterHint: 'Runde Zahlen üblicher Verträge. Ändern Sie sie auf das, was in Ihrem steht.',
  proposed: {
    heading: 'Ziele, die schon erreicht werden',
    sentence: (percent) =>
      `In ${percent} der Fälle hat es höchstens so lange gedauert. Was ohne Vereinbarung erreicht wird, ist für den Anfang ein faires Ziel.`,
    priority: 'Priorität',
    none: 'ohne',
    response: 'Erste Antwort',
    resolution: 'Behoben',
    within: (time) => `binnen ${time}`,
    from: (time, count, open) =>
      `erreicht: ${time} (${n(count, { one: '# Fall', other: '# Fälle' })}${stillOpen(open)})`,
    tooFew: (count, open, fewest) =>
      `${n(count, { zero: 'kein Fall', one: '# Fall', other: '# Fälle' })}${stillOpen(open)}: nötig sind mindestens ${fewest}`,
    notReached: (count, open) =>
      `${n(count, { one: '# Fall', other: '# Fälle' })}${stillOpen(open)}: zu viele warten zu lange`,
    empty: (fewest) =>
      `Sobald ${fewest} Fälle einer Priorität beantwortet oder behoben sind, werden hier Ziele vorgeschlagen.`,
    now: (time) => `vereinbart: ${time}`,
    apply: 'In die Vereinbarung übernehmen …',
    hint: 'In den Arbeitszeiten des Anbieters, aufgerundet. Zurückgezogene Fälle zählen nicht mit; offene, die schon länger dauern, gelten als verspätet.',
  },
};
