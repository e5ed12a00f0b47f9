import { counter } from '../plural.ts';

const n = counter('en');

/** Words of the page for what did not happen in the browser. */
export const en = {
  title: 'Record something else',
  lead: 'For what is not in the browser: a phone, a program on this computer, a printer, the network.',
  system: 'What is it about?',
  systemHint: 'A name that you will recognise, for example “Phone system” or “Printer, 2nd floor”.',
  what: 'What went wrong?',
  whatHint: 'Say what you saw or heard. The first line becomes the title.',
  when: 'When?',
  now: 'Just now',
  earlier: 'Earlier',
  at: 'When it happened',
  badTime: 'Please give a time that is not in the future.',
  about: 'Give or take',
  minutes: (count: number) => n(count, { one: '# minute', other: '# minutes' }),
  hours: (count: number) => n(count, { one: '# hour', other: '# hours' }),
  evidence: 'Pictures and files',
  evidenceHint: (file: string, total: string) =>
    `Paste them with the keyboard, drop them here, or choose them. Pictures, mails, texts, PDF and HAR files are recognised; up to ${file} each, ${total} in all.`,
  choose: 'Choose files',
  paste: 'Paste',
  pick: 'Pick a window or screen',
  pickHint: 'The browser asks which one. One still picture is taken, and the view is ended at once.',
  noPick:
    'This browser does not let an extension take a picture of another window. Take a screenshot with your system’s own key and paste it here.',
  pickProblem: {
    unavailable:
      'The browser or the system does not offer any window or screen here. Take a screenshot with your system’s own key and paste it.',
    'not-chosen':
      'No window was chosen, or the system does not allow it. If nothing was offered, take a screenshot with your system’s own key and paste it.',
    failed: 'The picked window gave no picture. Try again, or paste a screenshot.',
  },
  taking: 'Reading…',
  list: 'Pictures and files that will be recorded',
  removeItem: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`,
  size: (width: number, height: number) => `${width} × ${height}`,
  record: 'Record',
  nothing: 'Say what went wrong, what it is about, or add a picture.',
  recorded: (key: string) => `Recorded as ${key}`,
  draft: 'What you typed before is still here.',
  draftWithout: (count: number) =>
    n(count, {
      one: 'What you typed before is still here. # picture or file was not kept; please add it again.',
      other:
        'What you typed before is still here. # pictures and files were not kept; please add them again.',
    }),
  discard: 'Start anew',
  notKept: 'This browser does not keep the draft. Record it before you leave this page.',
  kept: 'Draft kept',
};
