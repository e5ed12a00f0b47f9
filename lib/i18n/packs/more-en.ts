import { counter } from '../plural.ts';

const n = counter('en');

/** The letter that goes with a pack, its pictures, what was decided last time, and what annex G tells in full. */
export const more = {
  letter: {
    heading: 'The whole pack',
    attached: (file: string) =>
      `It is attached: ${file}. It opens in any browser and prints on A4 and Letter.`,
    apart: (file: string, size: string) =>
      `It is the file ${file} (${size}), which is too large for many mailboxes and comes by another way.`,
    locked: 'It is a file with a password, which comes by another way, and so does its password.',
  },
  picture: {
    title: (reference: string, caption: string) =>
      caption === '' ? `Picture ${reference}` : `Picture ${reference}: ${caption}`,
    under: (when: string, entry: string, size: string, sha256: string) =>
      `captured ${when} · entry ${entry} · ${size} · SHA-256 ${sha256}`,
    alt: (key: string, title: string, when: string) => `Screenshot of ${key} “${title}”, ${when}`,
    unreadable: (reference: string) =>
      `Picture ${reference} is recorded, but its file can no longer be read.`,
  },
  last: {
    on: (date: string) => `On ${date}. What became of it is told as of this pack.`,
    none: (date: string) => `On ${date} nothing was decided.`,
    more: (count: number) => n(count, { one: '# more in annex E.', other: '# more in annex E.' }),
    annex: (date: string) => `Decided on ${date}`,
  },
  full: {
    coverage: (measured: string) => `${measured}.`,
    missing: (parts: string) => `Not measured: ${parts}.`,
    card: (card: string) => `${card}, every part`,
    more: (count: number) => n(count, { one: '# more in annex G.', other: '# more in annex G.' }),
    team: (team: string, issues: string) => `${team} ${issues}`,
    teams: (teams: string) => `Issues seen: ${teams}.`,
  },
};
