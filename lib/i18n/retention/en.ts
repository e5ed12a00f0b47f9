import { counter } from '../plural.ts';

const n = counter('en');
const issues = (count: number) => n(count, { one: '# issue', other: '# issues', zero: 'no issues' });

export const en = {
  heading: 'Keep for how long',
  sentence: 'Closed issues can leave the log by a rule.',
  untilOn: 'It is off until you switch it on.',
  months: 'Move closed issues to the trash when nothing happened to them for',
  days: 'Delete for good what has been in the trash for',
  never: 'Never',
  monthCount: (count: number) =>
    count % 12 === 0 ? n(count / 12, { one: '# year', other: '# years' }) : `${count} months`,
  dayCount: (count: number) => `${count} days`,
  withoutBackup: 'Also delete what no newer backup holds',
  alone:
    'Left alone: open issues, open promises, claims that can still be filed, and what has the label “keep”.',
  when: 'It runs while this page is open: a minute after it was opened, then once a day. While it is closed, nothing happens.',
  looking: 'Looking at what falls under it',
  would: (trash: number, purge: number) =>
    trash + purge === 0
      ? 'As of now it would do nothing.'
      : `As of now it would move ${issues(trash)} to the trash and delete ${issues(purge)} for good.`,
  kept: (count: number) => `Old enough, but left alone: ${issues(count)}.`,
  noBackup: (count: number) => `In the trash, waiting for a newer backup: ${issues(count)}.`,
  on: 'Switch on',
  change: 'Use this rule',
  off: 'Switch off',
  isOn: 'This rule is on.',
  isOff: 'No rule is on.',
  last: (when: string, trash: number, purge: number) =>
    `Last run: ${when} – ${issues(trash)} to the trash, ${issues(purge)} deleted for good.`,
  ran: (trash: number, purge: number) =>
    [
      ...(trash > 0 ? [`${issues(trash)} moved to the trash`] : []),
      ...(purge > 0 ? [`${issues(purge)} deleted for good`] : []),
    ].join(', ') + ' by your rule.',
  failed: (why: string) => `Your rule could not be carried out. ${why}`,
  undo: 'Undo',
};
