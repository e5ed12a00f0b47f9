import { counter } from '../plural.ts';

const number = new Intl.NumberFormat('en');
const n = counter('en');

/** Words for an issue that happened more than once, and for others that may be the same. */
export const en = {
  heading: 'When it happened',
  choose: 'Which time is shown',
  recordedAs: (key: string) => `recorded as ${key}`,
  joined: (key: string) => `joined, was ${key}`,
  pictures: (count: number) => n(count, { one: '# picture', other: '# pictures' }),
  findings: (count: number) => n(count, { one: '# finding', other: '# findings' }),
  more: (count: number, left: number) => `Show ${number.format(count)} more of ${number.format(left)}`,
  split: 'This was something else',
  splitLong: (key: string, when: string) => `This was something else: ${key}, ${when}`,
  splitDone: (key: string) => `${key} stands on its own again`,
  week: {
    caption: 'Hours of the week',
    pattern: {
      tooFew: 'Too few to see a pattern yet.',
      spread: 'Spread over the week, without a pattern.',
      dayHours: (day: string, from: string, to: string) => `Mostly ${day}s, ${from}–${to}`,
      day: (day: string) => `Mostly on ${day}s`,
      hours: (from: string, to: string) => `Mostly ${from}–${to}`,
      share: (count: number, of: number) => `${number.format(count)} of ${number.format(of)}`,
    },
    day: 'Day',
    perDay: 'Sum',
  },
  similar: {
    heading: 'Maybe the same as',
    times: (count: number) => `${number.format(count)}×`,
    last: (when: string) => `last ${when}`,
    join: 'Join',
    joinLong: (key: string) => `Join with ${key}`,
  },
};
