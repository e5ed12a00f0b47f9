import { counter } from '../plural.ts';

const n = counter('en');

/** Words of minutes. Facts only: no adjectives about people, our own share first. `p` is the provider's name. */
export const en = {
  title: (p: string) => `Minutes: ${p}`,
  us: 'Us',
  other: 'Others',
  head: {
    provider: 'Provider',
    date: 'Date',
    time: 'Time',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    from: (from: string) => `from ${from}`,
    period: 'About the period',
    zone: 'Times in',
    kind: 'Prepared with',
  },
  present: {
    heading: 'Present',
    caption: 'Who was there, by role',
    side: 'Side',
    roles: 'Roles',
    none: 'Nobody was noted.',
  },
  last: {
    heading: 'Decided last time',
    of: (date: string) => `On ${date}. What became of it is told as known at the end of this conversation.`,
    caption: 'What was decided last time and what became of it',
    none: 'Nothing was decided last time.',
    became: 'What became of it',
  },
  agenda: {
    heading: 'Agenda',
    none: 'No agenda was noted.',
    open: 'not talked about',
    issue: (key: string, title: string) => `${key} ${title}`,
    waiting: (whom: string) => `waited on: ${whom}`,
  },
  notes: 'Notes',
  decisions: {
    heading: 'Decisions',
    caption: 'What was decided, by whom it is done and by when',
    none: 'Nothing was decided.',
    number: 'No.',
    what: 'What',
    owner: 'Who',
    due: 'By',
    acceptance: (how: string) => `done when: ${how}`,
    nobody: 'not said',
    promised: 'noted as a promise',
  },
  promises: {
    heading: 'Other open promises',
    caption: 'Promises of both sides that were open at the end, ours first',
    state: 'State',
  },
  became: {
    onTime: 'kept on time',
    late: 'kept late',
    missed: 'will not be delivered',
    withdrawn: 'taken back by agreement',
    openOverdue: 'open, past the first date',
    openNotDue: 'open, not due yet',
    decision: 'stayed a decision',
    delivered: (when: string) => `delivered ${when}`,
    moved: (count: number, due: string) =>
      n(count, { one: `date moved once, now ${due}`, other: `date moved # times, now ${due}` }),
  },
  calendar: (p: string) => `Casebook: decided with ${p}`,
  category: 'Decision',
  made: 'Made with Casebook from what was noted during the conversation.',
};
