import { en as record } from '../record/en.ts';

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
  failed: 'Not recorded',
  failedText: 'If you already typed something, copy it before you close this window.',
};
