import { counter } from '../plural.ts';

const n = counter('en');

/** Words for saving what a damaged log still holds, and for deleting everything. */
export const en = {
  heading: 'If the log is damaged',
  sentence:
    'Saves everything that can still be read, row by row, even if the log does not open. The file can be brought in like a backup; what could not be read is listed in it.',
  make: 'Download everything that can still be read',
  working: 'Reading what can be read',
  done: (name: string, size: string, entries: number, pictures: number) =>
    `${name} (${size}) was handed to your downloads: ${n(entries, { one: '# entry', other: '# entries' })} of the log, ${n(pictures, { one: '# picture or file', other: '# pictures and files' })}.`,
  nothingLost: 'Everything could be read.',
  someLost: (count: number) =>
    n(count, {
      one: '1 thing could not be read. It is named in UNREADABLE.txt in the file.',
      other: '# things could not be read. They are named in UNREADABLE.txt in the file.',
    }),
  lost: {
    database: 'The database does not open',
    table: 'A part of the database cannot be read from some place on',
    row: 'Row that cannot be read',
    content: 'Entry that cannot be understood; its place in the chain is kept',
    unlinked: 'Entry behind a gap in the chain; see unlinked.jsonl',
    bytes: 'Picture or file that is missing, changed or too large',
    journal: 'Captures waiting outside the log cannot be read',
  },
  list: (version: string, lines: readonly string[]) =>
    lines.length === 0
      ? `Casebook ${version}\nEverything could be read.\n`
      : `Casebook ${version}\nThis could not be read, or not as what it was:\n\n${lines.join('\n')}\n`,
  readme: (version: string) => `This is what Casebook ${version} could still read of a log.

It can be brought in like a backup: open Casebook, "Backup & export", "Bring in".
Entries whose content could not be understood leave their place in the chain.

UNREADABLE.txt     what could not be read
ledgers/           the entries, one on each line
pictures/, files/  pictures and files, each checked against its name
quarantine/        damaged rows as they were found
unlinked.jsonl     rows behind a gap in the chain; not brought in
unfinished.jsonl   drafts and captures that were begun; not brought in
journal.jsonl      captures that waited outside the log; not brought in
`,
  wipe: {
    heading: 'Delete everything',
    sentence:
      'Deletes the log, all pictures, drafts and settings of Casebook in this browser profile. Nothing of it can be brought back without a backup.',
    open: 'Delete everything…',
    title: 'Delete everything?',
    backupFirst: 'Make a backup first',
    lastBackup: (when: string) => `Last backup: ${when}.`,
    noBackup: 'No backup has been made yet.',
    since: (count: number) =>
      n(count, {
        zero: 'Every issue is in it.',
        one: '# issue is in no backup.',
        other: '# issues are in no backup.',
      }),
    after:
      'Every page of Casebook closes and the extension starts like new. Files you exported and backups stay where they are.',
    word: 'DELETE',
    typeIt: (word: string) => `Type ${word} to confirm`,
    confirm: 'Delete everything',
    cancel: 'Cancel',
    blocked:
      'Another window keeps the log open; it is deleted as soon as that closes. Close the other pages of Casebook, then press the button once more for the rest.',
    failed: 'The browser did not delete everything. Restart the browser, then try again.',
  },
};
