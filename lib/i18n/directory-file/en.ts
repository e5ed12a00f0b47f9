import { counter } from '../plural.ts';

const n = counter('en');

/** Words for the directory as one file: hand a set-up to colleagues, take one in. */
export const en = {
  heading: 'Set up colleagues',
  sentence:
    'Providers, systems, agreements, calendars, contacts and teams as one file. Colleagues take it in and are set up; issues are not in it.',
  make: 'Save the set-up as a file',
  made: (name: string, count: number) =>
    `${name} with ${n(count, { one: '# thing', other: '# things' })} was handed to your downloads.`,
  withReporters: 'Also the names of those who report problems',
  withReportersHint: 'Only needed when colleagues share one log. Left out otherwise.',
  nothing: 'There is nothing to hand on yet.',
  choose: 'Take in a set-up file…',
  drop: 'or drop it here',
  dryRun: (name: string) => `What ${name} would do`,
  madeAt: (when: string, version: string) => `Made ${when}, Casebook ${version}`,
  kind: {
    provider: 'Providers',
    system: 'Systems',
    agreement: 'Agreements',
    calendar: 'Calendars',
    contact: 'Contacts',
    team: 'Teams',
    reporter: 'Reporters',
  },
  one: {
    provider: 'Provider',
    system: 'System',
    agreement: 'Agreement',
    calendar: 'Calendar',
    contact: 'Contact',
    team: 'Team',
    reporter: 'Reporter',
  },
  what: 'What',
  fresh: 'New',
  changed: 'Different here',
  same: 'The same here',
  refused: 'Not taken',
  sum: 'All',
  unnamed: 'without a name',
  reason: {
    invalid: 'not as Casebook writes it',
    'too-large': 'larger than such a thing can be',
    twice: 'stands twice in the file',
    managed: 'given by your organisation',
    missing: 'its provider or its hours are missing',
  },
  place: (kind: string, place: number) => `${kind} no. ${place}`,
  replace: (count: number) =>
    n(count, {
      one: 'Replace # that is different here',
      other: 'Replace # that are different here',
    }),
  replaceHint: 'What was agreed before stays in the history, and everything can be undone.',
  apply: (count: number) =>
    n(count, { zero: 'Nothing to take in', one: 'Take in # thing', other: 'Take in # things' }),
  leave: 'Leave everything as it is',
  nothingNew: 'Everything in this file is here already.',
  applied: (fresh: number, changed: number) =>
    `${n(fresh, { one: '# new thing', other: '# new things' })}, ${n(changed, { one: '# replaced', other: '# replaced' })}.`,
  undo: 'Undo',
  undone: 'The set-up is as it was before.',
  nothingChanged: 'Nothing was changed.',
  problem: {
    empty: 'This file is empty.',
    'too-large': (limit: string) => `This file is larger than ${limit}, which no set-up is.`,
    'not-utf8': 'This is not a set-up file: it is not text in UTF-8.',
    'not-json': 'This is not a set-up file, or it is damaged.',
    hostile: 'This file is built in a way that no honest set-up file is.',
    'not-directory': 'This is a file of another kind, not a set-up file of Casebook.',
    'newer-version': 'This file comes from a newer Casebook. Update Casebook and try again.',
    'bad-outline': 'This set-up file has parts that Casebook does not know, or more than it can hold.',
    unreadable: 'This file could not be read. Was it moved or changed?',
  },
};
