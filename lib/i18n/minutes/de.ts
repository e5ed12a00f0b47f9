import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  title: (p) => `Protokoll: ${p}`,
  us: 'Wir',
  other: 'Andere',
  head: {
    provider: 'Anbieter',
    date: 'Datum',
    time: 'Zeit',
    fromTo: (from, to) => `${from} bis ${to}`,
    from: (from) => `ab ${from}`,
    period: 'Über den Zeitraum',
    zone: 'Zeiten in',
    kind: 'Vorbereitet mit',
  },
  present: {
    heading: 'Anwesend',
    caption: 'Wer dabei war, nach Rolle',
    side: 'Seite',
    roles: 'Rollen',
    none: 'Niemand wurde notiert.',
  },
  last: {
    heading: 'Beim letzten Mal entschieden',
    of: (date) => `Am ${date}. Was daraus wurde, steht hier, wie es am Ende dieses Gesprächs bekannt war.`,
    caption: 'Was beim letzten Mal entschieden wurde und was daraus wurde',
    none: 'Beim letzten Mal wurde nichts entschieden.',
    became: 'Was daraus wurde',
  },
  agenda: {
    heading: 'Tagesordnung',
    none: 'Es wurde keine Tagesordnung notiert.',
    open: 'nicht besprochen',
    issue: (key, title) => `${key} ${title}`,
    waiting: (whom) => `wartete auf: ${whom}`,
  },
  notes: 'Notizen',
  decisions: {
    heading: 'Entscheidungen',
    caption: 'Was entschieden wurde, wer es tut und bis wann',
    none: 'Es wurde nichts entschieden.',
    number: 'Nr.',
    what: 'Was',
    owner: 'Wer',
    due: 'Bis',
    acceptance: (how) => `erledigt, wenn: ${how}`,
    nobody: 'nicht gesagt',
    promised: 'als Zusage notiert',
  },
  promises: {
    heading: 'Andere offene Zusagen',
    caption: 'Zusagen beider Seiten, die am Ende offen waren, unsere zuerst',
    state: 'Stand',
  },
  became: {
    onTime: 'pünktlich erfüllt',
    late: 'verspätet erfüllt',
    missed: 'wird nicht geliefert',
    withdrawn: 'einvernehmlich zurückgenommen',
    openOverdue: 'offen, erster Termin vorbei',
    openNotDue: 'offen, noch nicht fällig',
    decision: 'blieb eine Entscheidung',
    delivered: (when) => `geliefert ${when}`,
    moved: (count, due) =>
      n(count, {
        one: `Termin einmal verschoben, jetzt ${due}`,
        other: `Termin #-mal verschoben, jetzt ${due}`,
      }),
  },
  calendar: (p) => `Casebook: entschieden mit ${p}`,
  category: 'Entscheidung',
  made: 'Mit Casebook aus dem gemacht, was während des Gesprächs notiert wurde.',
};
