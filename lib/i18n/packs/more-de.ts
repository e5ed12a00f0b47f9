import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { more as enMore } from './more-en.ts';

const n = counter('de');

export const more: Words<typeof enMore> = {
  letter: {
    heading: 'Die ganze Mappe',
    attached: (file) =>
      `Sie ist angehängt: ${file}. Jeder Browser öffnet sie, und sie lässt sich auf A4 und Letter drucken.`,
    apart: (file, size) =>
      `Sie ist die Datei ${file} (${size}), die für viele Postfächer zu groß ist und auf anderem Weg kommt.`,
    locked: 'Sie ist eine Datei mit Passwort, die auf anderem Weg kommt, ebenso wie ihr Passwort.',
  },
  picture: {
    title: (reference, caption) => (caption === '' ? `Bild ${reference}` : `Bild ${reference}: ${caption}`),
    under: (when, entry, size, sha256) =>
      `aufgenommen ${when} · Eintrag ${entry} · ${size} · SHA-256 ${sha256}`,
    alt: (key, title, when) => `Bildschirmfoto zu ${key} „${title}“, ${when}`,
    unreadable: (reference) =>
      `Bild ${reference} ist festgehalten, seine Datei lässt sich aber nicht mehr lesen.`,
  },
  last: {
    on: (date) => `Am ${date}. Was daraus wurde, steht hier nach dem Stand dieser Mappe.`,
    none: (date) => `Am ${date} wurde nichts entschieden.`,
    more: (count) => n(count, { one: '# weitere in Anhang E.', other: '# weitere in Anhang E.' }),
    annex: (date) => `Am ${date} entschieden`,
  },
  full: {
    coverage: (measured) => `${measured}.`,
    missing: (parts) => `Nicht gemessen: ${parts}.`,
    card: (card) => `${card}, jeder Teil`,
    more: (count) => n(count, { one: '# weiterer in Anhang G.', other: '# weitere in Anhang G.' }),
    team: (team, issues) => `${team} ${issues}`,
    teams: (teams) => `Gesehene Probleme: ${teams}.`,
  },
};
