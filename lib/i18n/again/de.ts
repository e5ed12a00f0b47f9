import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const number = new Intl.NumberFormat('de');
const n = counter('de');

export const de: Words<typeof en> = {
  heading: 'Wann es aufgetreten ist',
  choose: 'Welches Mal gezeigt wird',
  recordedAs: (key) => `festgehalten als ${key}`,
  joined: (key) => `verbunden, war ${key}`,
  pictures: (count) => n(count, { one: '# Bild', other: '# Bilder' }),
  findings: (count) => n(count, { one: '# Fund', other: '# Funde' }),
  more: (count, left) => `${number.format(count)} weitere von ${number.format(left)} zeigen`,
  split: 'Das war etwas anderes',
  splitLong: (key, when) => `Das war etwas anderes: ${key}, ${when}`,
  splitDone: (key) => `${key} steht wieder für sich`,
  week: {
    caption: 'Stunden der Woche',
    pattern: {
      tooFew: 'Noch zu wenige, um ein Muster zu erkennen.',
      spread: 'Über die Woche verteilt, ohne Muster.',
      dayHours: (day, from, to) => `Meist ${day.toLowerCase()}s ${from}–${to} Uhr`,
      day: (day) => `Meist ${day.toLowerCase()}s`,
      hours: (from, to) => `Meist ${from}–${to} Uhr`,
      share: (count, of) => `${number.format(count)} von ${number.format(of)}`,
    },
    day: 'Tag',
    perDay: 'Summe',
  },
  similar: {
    heading: 'Vielleicht dasselbe wie',
    times: (count) => `${number.format(count)}×`,
    last: (when) => `zuletzt ${when}`,
    join: 'Verbinden',
    joinLong: (key) => `Mit ${key} verbinden`,
  },
};
