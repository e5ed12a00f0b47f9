import { counter } from '../plural.ts';

const n = counter('en');

/** Words for holidays of a country, or from a calendar file, that are put into working hours. */
export const en = {
  summary: 'Add public holidays or closures…',
  where: 'From where',
  byPlace: 'By country',
  byFile: 'From a calendar file',
  country: 'Country',
  chooseCountry: 'Choose a country',
  state: 'State or part of the country',
  wholeCountry: 'In the whole country',
  region: 'Region',
  wholeState: 'In the whole state',
  years: 'Years',
  loading: 'Loading the holidays…',
  loadFailed: 'The list of holidays could not be loaded. Reload this page and try again.',
  none: 'No holidays are known for this choice.',
  choosePlace: 'Choose a country to see its holidays.',
  chooseFile: 'Choose an .ics file…',
  dropFile: 'or drop it here',
  fileHint:
    'Holidays or closures as your calendar program exports them. Whole days only; nothing is sent anywhere.',
  fileShown: (name: string) => `Whole days in ${name}`,
  timed: (count: number) =>
    n(count, {
      one: '# entry has a time of day and was left out.',
      other: '# entries have a time of day and were left out.',
    }),
  unread: (count: number) =>
    n(count, {
      one: '# entry could not be read, or repeats in a way of which only the first day could.',
      other: '# entries could not be read, or repeat in ways of which only the first day could.',
    }),
  refused: {
    empty: 'This file is empty.',
    'too-large': (limit: string) => `This file is larger than ${limit}, which no calendar of holidays is.`,
    'not-utf8': 'This file is not written in UTF-8. Export it again as an iCalendar file (.ics).',
    'not-calendar': 'This is not a calendar file (.ics), or it is damaged.',
    'too-many': 'This file holds more entries or days than a calendar of holidays does.',
    'no-days': (from: string, to: string) =>
      `There are no whole days between ${from} and ${to} in this file.`,
    unreadable: 'This file could not be read. Was it moved or changed?',
  },
  nothingChanged: 'Nothing was changed.',
  year: (year: string, ticked: number) => `${year}: ${n(ticked, { zero: 'none', one: '#', other: '#' })}`,
  allOf: (year: string) => `Tick all of ${year}`,
  noneOf: (year: string) => `Tick none of ${year}`,
  halfDay: (time: string) => `half day, closed from ${time}`,
  bank: 'banks only',
  some: (whom: string) => `only for some: ${whom}`,
  noHoliday: 'probably no holiday',
  already: 'in the calendar already',
  special: 'has hours of its own in the calendar',
  anyway: 'closed anyway',
  unnamed: 'Without a name',
  apply: (count: number) =>
    n(count, {
      zero: 'Nothing ticked',
      one: 'Put # day into the calendar',
      other: 'Put # days into the calendar',
    }),
  applied: (count: number) =>
    n(count, {
      one: '# day stands among the exceptions now. Save to keep it.',
      other: '# days stand among the exceptions now. Save to keep them.',
    }),
  plain: 'They become plain dates that you can change. They never change by themselves.',
  attribution:
    'Holidays: date-holidays by commenthol and contributors (ISC), data from Wikipedia (CC BY-SA 3.0). Check them against your contract.',
};
