import { counter } from '../plural.ts';

const n = counter('en');
const entries = (count: number) => n(count, { one: '# entry', other: '# entries' });

/** Words for what comes in from others, and who else saw an issue. */
export const en = {
  withheld: 'Kept back by the sender (only their place is known)',
  reduced: 'In the pack as a shortened copy only (not taken in)',
  signature: 'Signature',
  signed: (key: string) =>
    `Valid, key ${key}. Compare it with the one you were told: whose key it is, no file can say.`,
  unsigned: 'Not signed. The checksums fit, but anybody could have written them.',
  unchecked: (key: string) => `Key ${key}. This browser cannot check such signatures; the checksums fit.`,
  ledger: (code: string, mine: boolean) => (mine ? `Log ${code} (this one)` : `Log ${code}`),
  ledgerLine: (all: string, added: string) => `${all} entries, ${added} new`,
  takeIn: (count: number) => n(count, { one: 'Take in # entry', other: 'Take in # entries' }),
  takenIn: (count: number) => `${entries(count)} taken in.`,
  conflicts: (count: number) =>
    n(count, { one: '# entry contradicts this log.', other: '# entries contradict this log.' }),
  list: {
    heading: 'Taken in',
    line: (count: number, logs: readonly string[]) =>
      logs.length === 0 ? entries(count) : `${entries(count)} of log ${logs.join(', ')}`,
    back: 'Take back…',
    backLong: (when: string) => `Take back what came ${when}`,
    bar: {
      'own-log': 'Cannot be taken back: it brought entries of this very log.',
      'later-import': 'Can be taken back after what came later from the same log.',
    },
  },
  ask: {
    heading: 'Take this back?',
    sentence: (count: number, logs: readonly string[]) =>
      `${entries(count)} of log ${logs.join(', ')} leave this log, with their pictures. It will be as it was before.`,
    kept: 'What you wrote about them stays, and is there again if you take the file in once more. What others have erased stays erased.',
    working: 'Taking back',
    confirm: 'Take back',
    cancel: 'Keep it',
    done: (count: number) => `${entries(count)} taken back.`,
  },
  seen: {
    heading: 'Who saw it',
    here: 'This log',
    log: (code: string) => `Log ${code}`,
    times: (count: number) => n(count, { one: 'once', other: '# times' }),
    last: (when: string) => `last ${when}`,
    other: (code: string) => `seen by others (log ${code})`,
  },
};
