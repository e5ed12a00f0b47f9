import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

/** Worte für das Verzeichnis als eine Datei: eine Einrichtung weitergeben, eine übernehmen. */
export const de: Words<typeof en> = {
  heading: 'Kolleginnen und Kollegen einrichten',
  sentence:
    'Anbieter, Systeme, Vereinbarungen, Kalender, Kontakte und Teams als eine Datei. Wer sie übernimmt, ist eingerichtet; Probleme stehen nicht darin.',
  make: 'Einrichtung als Datei speichern',
  made: (name, count) =>
    `${name} mit ${n(count, { one: '# Eintrag', other: '# Einträgen' })} wurde in Ihre Downloads gelegt.`,
  withReporters: 'Auch die Namen derer, die Probleme melden',
  withReportersHint: 'Nur nötig, wenn mehrere ein gemeinsames Protokoll führen. Sonst bleiben sie weg.',
  nothing: 'Es gibt noch nichts weiterzugeben.',
  choose: 'Einrichtungsdatei übernehmen …',
  drop: 'oder hier ablegen',
  dryRun: (name) => `Was ${name} bewirken würde`,
  madeAt: (when, version) => `Erstellt ${when}, Casebook ${version}`,
  kind: {
    provider: 'Anbieter',
    system: 'Systeme',
    agreement: 'Vereinbarungen',
    calendar: 'Kalender',
    contact: 'Kontakte',
    team: 'Teams',
    reporter: 'Meldende',
  },
  one: {
    provider: 'Anbieter',
    system: 'System',
    agreement: 'Vereinbarung',
    calendar: 'Kalender',
    contact: 'Kontakt',
    team: 'Team',
    reporter: 'Meldende',
  },
  what: 'Was',
  fresh: 'Neu',
  changed: 'Hier anders',
  same: 'Hier gleich',
  refused: 'Nicht übernommen',
  sum: 'Alles',
  unnamed: 'ohne Namen',
  reason: {
    invalid: 'nicht so, wie Casebook es schreibt',
    'too-large': 'größer, als so etwas sein kann',
    twice: 'steht zweimal in der Datei',
    managed: 'von Ihrer Organisation vorgegeben',
    missing: 'Anbieter oder Zeiten dazu fehlen',
  },
  place: (kind, place) => `${kind} Nr. ${place}`,
  replace: (count) =>
    n(count, { one: '# ersetzen, was hier anders ist', other: '# ersetzen, die hier anders sind' }),
  replaceHint:
    'Was vorher vereinbart war, bleibt in der Vorgeschichte, und alles lässt sich rückgängig machen.',
  apply: (count) =>
    n(count, { zero: 'Nichts zu übernehmen', one: '# Eintrag übernehmen', other: '# Einträge übernehmen' }),
  leave: 'Alles lassen, wie es ist',
  nothingNew: 'Alles in dieser Datei ist hier schon vorhanden.',
  applied: (fresh, changed) =>
    `${n(fresh, { one: '# neuer Eintrag', other: '# neue Einträge' })}, ${n(changed, { one: '# ersetzt', other: '# ersetzt' })}.`,
  undo: 'Rückgängig machen',
  undone: 'Die Einrichtung ist wieder wie vorher.',
  nothingChanged: 'Es wurde nichts geändert.',
  problem: {
    empty: 'Diese Datei ist leer.',
    'too-large': (limit) => `Diese Datei ist größer als ${limit}; das ist keine Einrichtung.`,
    'not-utf8': 'Das ist keine Einrichtungsdatei: Sie ist kein Text in UTF-8.',
    'not-json': 'Das ist keine Einrichtungsdatei, oder sie ist beschädigt.',
    hostile: 'Diese Datei ist so gebaut, wie es keine ehrliche Einrichtungsdatei ist.',
    'not-directory': 'Das ist eine Datei anderer Art, keine Einrichtungsdatei von Casebook.',
    'newer-version':
      'Diese Datei stammt von einem neueren Casebook. Aktualisieren Sie Casebook und versuchen Sie es noch einmal.',
    'bad-outline':
      'Diese Einrichtungsdatei hat Teile, die Casebook nicht kennt, oder mehr, als es fassen kann.',
    unreadable: 'Diese Datei war nicht lesbar. Wurde sie verschoben oder geändert?',
  },
};
