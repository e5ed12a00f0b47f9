import { counter } from '../plural.ts';

const n = counter('en');
const stillOpen = (open: number) =>
  open === 0 ? '' : n(open, { one: ', # still open', other: ', # still open' });

/** Words for agreements to begin with, and for targets that are proposed from what is achieved. */
export const en = {
  starter: {
    msp_9_5: {
      title: 'IT service provider, office hours',
      what: 'Monday to Friday 9 to 5. First answer in 1 to 16 hours and fixed in 1 to 20 working days, by priority.',
      means:
        'The clocks run in these hours only: what is reported on Friday at 4 pm may be answered on Monday.',
    },
    saas_24x7: {
      title: 'Software as a service, around the clock',
      what: 'Urgent problems day and night, all others Monday to Friday 9 to 5. 99.9 % availability.',
      means:
        'There are promised times for answers, not for fixes. A credit for downtime has to be claimed within 30 days.',
    },
    cloud: {
      title: 'Cloud platform',
      what: 'Around the clock. First answer in 1 to 24 hours, by priority. 99.99 % availability.',
      means:
        'A credit for downtime has to be claimed until the end of the second billing cycle, with times and logs.',
    },
    measure_first: {
      title: 'Nothing was agreed, or we do not know',
      what: 'Measure first, then propose targets from what is already achieved.',
      means: 'You see who waited for whom, and how long. Nothing is judged as late.',
    },
  },
  /** What the things of a starter are called; people can rename them. */
  names: {
    agreement: (provider: string) => `${provider}: support`,
    measured: (provider: string) => `${provider}: measured, nothing agreed`,
    aroundTheClock: (provider: string) => `${provider}: around the clock`,
    officeHours: (provider: string) => `${provider}: Mon–Fri 9–17`,
  },
  starterHint: 'Round figures of common contracts. Change them to what yours says.',
  proposed: {
    heading: 'Targets that are already achieved',
    sentence: (percent: string) =>
      `In ${percent} of the cases it took at most so long. What is achieved without an agreement is a fair target to begin with.`,
    priority: 'Priority',
    none: 'without',
    response: 'First answer',
    resolution: 'Fixed',
    within: (time: string) => `within ${time}`,
    from: (time: string, count: number, open: number) =>
      `achieved: ${time} (${n(count, { one: '# case', other: '# cases' })}${stillOpen(open)})`,
    tooFew: (count: number, open: number, fewest: number) =>
      `${n(count, { zero: 'no case', one: '# case', other: '# cases' })}${stillOpen(open)}: at least ${fewest} are needed`,
    notReached: (count: number, open: number) =>
      `${n(count, { one: '# case', other: '# cases' })}${stillOpen(open)}: too many wait too long`,
    empty: (fewest: number) =>
      `As soon as ${fewest} cases of one priority are answered or fixed, targets are proposed here.`,
    now: (time: string) => `agreed: ${time}`,
    apply: 'Put these into the agreement…',
    hint: 'In the working hours of the provider, rounded up. Withdrawn cases are left out; open ones that took longer already count as late.',
  },
};
