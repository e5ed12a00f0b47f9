import { counter } from '../plural.ts';

const n = counter('en');

/** Words for a mail that becomes a line of the timeline. */
export const en = {
  heading: (key: string) => `A mail about ${key}`,
  reading: 'Reading the mail…',
  written: 'This will be written, with the time of the mail and its channel. The mail is kept beside it.',
  from: 'From',
  sent: 'Sent',
  text: 'Text',
  direction: 'Who wrote it',
  side: { provider: 'The provider', us: 'We' },
  stranger: 'This address belongs to nobody who is known here.',
  event: 'What it says',
  ticket: 'Ticket number in the subject',
  noTicket: 'None',
  masked: (count: number) => n(count, { one: '# secret was masked.', other: '# secrets were masked.' }),
  confirm: 'Write into the timeline',
  fileOnly: 'Keep as a file only',
  cancel: 'Cancel',
  done: 'The mail is in the timeline',
  refused: {
    'not-a-mail': 'This is not a mail. Nothing was written. You can keep it as a file.',
    unreadable: 'This mail is damaged and cannot be read. Nothing was written. You can keep it as a file.',
    'no-time':
      'This mail does not say when it was sent, so it has no place in the timeline. Nothing was written. You can keep it as a file.',
    future:
      'This mail says that it was sent in the future, so its time cannot be right. Nothing was written. You can keep it as a file.',
    known: 'This mail is here already. There is nothing new to write.',
  },
};
