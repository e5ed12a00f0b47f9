import { counter } from '../plural.ts';
import { en as record } from '../record/en.ts';

const n = counter('en');

export const en = {
  ...record,
  appName: 'Casebook',
  ok: 'OK',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saved: 'Saved',
  redo: 'Redo',
  edit: 'Edit',
  remove: 'Remove',
  removeNamed: (what: string) => `Remove ${what}`,
  dismiss: 'Dismiss',
  retry: 'Try again',
  more: 'More',
  all: 'All',
  none: 'None',
  unknown: 'Unknown',
  loading: 'Loading…',
  optional: 'optional',
  copy: 'Copy',
  copied: 'Copied',
  opensInNewTab: 'opens in a new tab',
  progressOf: (done: string, total: string) => `${done} of ${total}`,
  cancelling: 'Stopping…',
  issues: (count: number) => n(count, { one: '# issue', other: '# issues', zero: 'No issues' }),
  selected: (count: number) => n(count, { one: '# selected', other: '# selected' }),
  occurrences: (count: number) => n(count, { one: 'once', other: '# times' }),
  pictures: (count: number) => n(count, { one: '# picture', other: '# pictures', zero: 'No pictures' }),
  files: (count: number) => n(count, { one: '# file', other: '# files' }),
  days: (count: number) => n(count, { one: '# day', other: '# days' }),
  priority: 'Priority',
  priorityLevel: { 1: 'Highest', 2: 'High', 3: 'Medium', 4: 'Low', 5: 'Lowest' },
  channel: {
    phone: 'Phone',
    email: 'E-mail',
    portal: 'Provider’s portal',
    chat: 'Chat',
    'in-person': 'In person',
    other: 'Another way',
  },
  /** How a capture was started. */
  via: {
    popup: 'Toolbar button',
    shortcut: 'Keyboard shortcut',
    menu: 'Context menu',
    app: 'Casebook',
    delayed: 'Three seconds after you asked',
    recovered: 'Recovered after an interruption',
  },
  pageState: {
    ok: 'Page loaded',
    'http-error': 'The server answered with an error',
    'error-page': 'The page could not be reached',
    restricted: 'A page that the browser protects',
    unknown: 'State of the page unknown',
  },
  httpStatus: (status: number) => `Server answered ${status}`,
  /** What happened, what is safe, what to do. By code of a storage or message failure. */
  failure: {
    'disk-full': 'The disk is full. Everything recorded earlier is safe. Free some space, then try again.',
    quota:
      'The browser gave Casebook no more space. Everything recorded earlier is safe. Free some disk space, then try again.',
    'blob-write-failed':
      'The picture could not be written to disk. The log itself is safe. Free some disk space, then try again.',
    'read-only-newer':
      'The log was written by a newer version of Casebook and can only be read and exported. Nothing is lost. Update Casebook.',
    blocked:
      'Another Casebook tab is still using an older version of the log. Nothing is lost. Close the other Casebook tabs.',
    'closed-by-update': 'Casebook was updated in another tab. Nothing is lost. Reload this page.',
    terminated:
      'The browser closed the log unexpectedly. What was recorded is safe. Reload this page, or restart the browser if it comes back.',
    unavailable:
      'The browser does not open the log. What was recorded stays on disk. Restart the browser; if it stays like this, restore your last backup.',
    wiped:
      'The log that was here is gone; the browser’s data was probably cleared. Restore your last backup.',
    closed:
      'The log was closed in the middle of this. Nothing was half written. Reload this page, then try again.',
    corrupt: 'A part of the log cannot be read. It was set aside and the rest is safe. Make a backup now.',
    missing: 'This is no longer on disk. The rest of the log is safe.',
    invalid:
      'Casebook did not understand its own data. Nothing was changed. Reload this page, then try again.',
    'unknown-capture': 'This record is not known any more. Look for it in the log.',
    refused: 'Casebook refused this. Nothing was changed.',
    'no-background':
      'Casebook did not answer. If “Recorded” was shown, the record is safe. Close this window and click the button again.',
    'upgrade-failed':
      'The log could not be brought up to date and can only be read and exported for now. Nothing is lost. Reload this page.',
    'not-allowed':
      'The browser does not allow Casebook to keep data here. Earlier records are not touched. Check that the browser keeps site data and history.',
    timeout: 'The log did not answer in time. What was recorded is safe. Try again.',
    aborted: 'The browser broke this off. Nothing was half written. Try again.',
    busy: 'Casebook is still busy with other work on the log. Nothing was changed. Wait for it to finish, then try again.',
    'no-such-issue': 'This issue is not in the log any more. Nothing else was changed.',
    conflict:
      'This file contradicts the log: the same entry with other content. Nothing was changed. Ask where the file came from.',
    'broken-chain':
      'This file was changed after it was written, or it is damaged. Nothing was taken from it. Use another backup.',
    'not-undoable':
      'This cannot be taken back any more: something was built on it, or it was taken back already. Nothing was changed.',
    'missing-picture': 'A picture is missing in this file. Nothing was taken from it. Use another backup.',
    damaged: 'The stored data cannot be understood. It was left untouched. Restore your last backup.',
    cancelled: 'Stopped. Nothing was changed.',
    unknown: 'Something went wrong inside Casebook. What was recorded is safe. Try again.',
  },
  health: {
    open: 'The log is in order.',
    opening: 'Opening the log…',
  },
  keyboard: 'Keyboard',
  keys: { enter: 'Enter', shift: 'Shift', escape: 'Esc', ctrl: 'Ctrl', alt: 'Alt', space: 'Space' },
};
