import { en as record } from '../record/en.ts';

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ending = (n: number): string =>
  ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th';

export const en = {
  ...record,
  documentTitle: 'Record a problem',
  recording: 'Recording…',
  recorded: (time: string) => `Recorded ${time}`,
  continuing: (key: string) => `Continuing ${key}`,
  continuingHint: (time: string) => `Recorded ${time}. Nothing new was recorded.`,
  recordAgain: 'Record again',
  trashed: 'Moved to the trash',
  undo: 'Undo',
  undoHint: 'Move this record to the trash',
  redo: 'Bring it back',
  log: 'Log',
  logHint: 'Open this issue in the log',
  screenshot: 'Screenshot of the page',
  enlarge: 'Show the picture in the log',
  what: 'What went wrong?',
  whatHint: 'Enter: done · Shift + Enter: new line',
  saved: 'Saved',
  notSaved: 'Not saved yet.',
  done: 'Done',
  found: 'Found on the page',
  removeChip: (text: string) => `Leave out: ${text}`,
  undoChip: (text: string) => `Undo: ${text}`,
  silently: (time: string) => `Recorded silently at ${time}`,
  silentlyBack: (time: string) => `Taken back: recorded silently at ${time}`,
  shortcut: (key: string) => `${key} records without this window.`,
  notAdded: 'No picture was added.',
  journalled: 'Kept for later',
  journalledWhat:
    'The log could not be written. This record and your text are kept safely aside and enter the log as soon as it works again.',
  refused: 'Nothing recorded',
  refusedReason: {
    'private-window':
      'This is a private window. Casebook never records private windows, and nothing was stored. Use a normal window.',
  },
  /** What happened, what is safe, what to do. Fewer words than `failure` of common: the popup has to stay small. */
  failure: {
    disk: 'The disk is full. Everything recorded earlier is safe. Free some space, then try again.',
    readOnly: 'The log can only be read at the moment. Nothing is lost. Open the log to see why.',
    blocked: 'Another Casebook tab is in the way. Nothing is lost. Close the other Casebook tabs.',
    log: 'The browser does not open the log. What was recorded stays on disk. Restart the browser.',
    gone: 'This record is not known any more. Look for it in the log.',
    silent:
      'Casebook did not answer. If “Recorded” was shown, the record is safe. Close this window and click the button again.',
    other: 'Something went wrong inside Casebook. What was recorded is safe. Try again.',
  },
  systemAsk: 'Which system is it?',
  systemNone: 'Whose system is this?',
  systemChange: 'Change the system',
  systemBack: (name: string) => `Undo: ${name}`,
  tell: (who: string, by: string, rule: string) => `Tell ${who} by ${by}${rule}`,
  tellRule: {
    minutes: (n: number) => ` (${n}-minute rule)`,
    hours: (n: number) => ` (${n}-hour rule)`,
    days: (n: number) => ` (${n}-day rule)`,
    businessDays: (n: number) => ` (${n}-business-day rule)`,
  },
  same: 'Same as before?',
  again: 'Again',
  added: (key: string, times: number) => `Added to ${key} (${times}${ending(times)} time)`,
  aloneHint: 'Make it an issue of its own',
  morePictures: 'Add a picture',
  pictureHow: { region: 'Region', 'full-page': 'Full page', delayed: 'In 3 s' },
  pictureCancel: 'Cancel',
  pictureAdded: 'Picture added.',
  pictureCut: 'Picture added without its end: the page is too long.',
  failed: 'Not recorded',
  failedText: 'If you already typed something, copy it before you close this window.',
};
