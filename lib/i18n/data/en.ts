import { counter } from '../plural.ts';

const n = counter('en');
const issues = (count: number) => n(count, { one: '# issue', other: '# issues', zero: 'no issues' });
const pictures = (count: number) => n(count, { one: '# picture', other: '# pictures', zero: 'no pictures' });

/** Words of Backup & export: what leaves this computer and what comes back. */
export const en = {
  heading: 'Backup & export',
  progress: {
    issues: 'Issues',
    pictures: 'Pictures',
    files: 'Reading the file back',
    entries: 'Entries',
    megabytes: 'Encryption, MB',
    checking: 'Checking entries',
  },
  failed: (why: string) => `That did not work. ${why}`,

  exportHeading: 'Export',
  exportSentence:
    'Hand issues to your provider: as a report, a table, or for programs. You see everything before it leaves.',
  exportAll: 'Export everything…',
  exportHint: 'To export some issues only, select or filter them in the log.',

  backupHeading: 'Backup',
  backupSentence:
    'The log lives in this browser profile only. A backup is one file with everything in it; keep it somewhere else.',
  lastBackup: (when: string) => `Last backup: ${when}`,
  lastBackupFacts: (entries: number, shots: number, size: string) =>
    `${n(entries, { one: '# entry', other: '# entries' })}, ${pictures(shots)}, ${size}`,
  noBackup: 'No backup has been made yet.',
  backupSince: (count: number) =>
    n(count, {
      zero: 'Nothing new since then.',
      one: '# issue is not in a backup yet.',
      other: '# issues are not in a backup yet.',
    }),
  backupDue: 'A backup is due.',
  backupMake: 'Make a backup',
  backupWorking: 'Making a backup',
  backupDone: (name: string, size: string) => `${name} (${size}) was handed to your downloads.`,
  partNext: (part: number, of: number) => `Save file ${part} of ${of}`,
  partsLeft: (done: number, of: number) =>
    `This is too large for one file. ${done} of ${of} files were handed to your downloads; it is complete with all of them.`,
  partFailed: (part: number, of: number) =>
    `File ${part} of ${of} could not be handed to your downloads. Those before it are safe; try this one again.`,
  partsDone: (of: number) => `All ${of} files were handed over. Keep them together.`,
  backupLost: (count: number) =>
    n(count, {
      one: '# picture could not be read any more and is missing from the backup.',
      other: '# pictures could not be read any more and are missing from the backup.',
    }),
  backupNotNoted:
    'The file was made, but the log could not note it, so the reminder does not know about it yet.',
  backupPrivate: 'A backup also holds internal notes and the trash. To share issues, use Export.',

  restoreHeading: 'Bring in',
  restoreSentence:
    'Bring a backup back, or take in the backup or evidence pack of a colleague. You see what it would do first; nothing is overwritten, and it can be taken back. If it has several files, choose all of them at once.',
  restoreChoose: 'Choose a backup or pack…',
  restoreDrop: 'or drop it here',
  restoreReading: 'Checking the backup',
  restoreWorking: 'Restoring',
  dryRunHeading: (name: string) => `What ${name} would do`,
  dryRun: {
    made: 'Made',
    period: 'Issues from – to',
    issues: 'Issues in the file',
    newIssues: 'New issues',
    added: 'New entries',
    identical: 'Already here',
    erased: 'Entries it erases here',
    pictures: 'New pictures',
    lost: 'Pictures missing from the backup',
    unlisted: 'Files ignored',
    version: 'Made with',
  },
  dryRunPictures: (count: number, size: string) => (count === 0 ? '0' : `${count} (${size})`),
  nothingNew: 'Everything in this backup is already here. There is nothing to restore.',
  takeSettings: 'Also take over the settings',
  restoreConfirm: (count: number) => n(count, { one: 'Restore # entry', other: 'Restore # entries' }),
  restoreCancel: 'Do not restore',
  restoreDone: (added: number, count: number) =>
    `${n(added, { one: '# entry was restored', other: '# entries were restored' })} (${issues(count)}).`,
  restoreRefused: 'Nothing was changed.',
  where: (place: string) => `Place: ${place}`,

  refusal: {
    empty: 'This file is empty.',
    'export-json':
      'This is an export for sharing. It cannot be restored. Choose a backup, a file named casebook-backup.',
    'export-zip':
      'This is an export for sharing. It cannot be restored. Choose a backup, a file named casebook-backup.',
    'report-html': 'This is a report. It cannot be restored. Choose the .zip file of a backup.',
    'table-csv': 'This is a table. Tables cannot be restored. Choose the .zip file of a backup.',
    mail: 'This is a mail. Open the issue it is about and drop it there.',
    'text-utf16': 'This is a text file in UTF-16. Choose the .zip file of a backup.',
    picture: 'This is a picture. Choose the .zip file of a backup.',
    pdf: 'This is a PDF. Choose the .zip file of a backup.',
    packed: 'This archive is not a zip. Choose the .zip file of a backup, as it was downloaded.',
    json: 'This is a data file, but not a backup. Choose the .zip file of a backup.',
    other: 'This is not a backup of Casebook. Choose the .zip file of a backup.',
    'not-a-zip': 'The file is cut off or damaged. Copy it again from where you keep it.',
    damaged: 'The file is cut off or damaged. Copy it again from where you keep it.',
    'too-many-entries': 'The archive holds more files than any backup of Casebook.',
    'bad-name': 'The archive holds a file with a name that no backup of Casebook has.',
    spanned: 'The archive is only one part of several. Choose a backup as it was downloaded.',
    'zip-duplicate': 'The archive holds the same file twice. It was not made by Casebook.',
    encrypted: 'The archive has a password. Unpack it first and pack it again without one.',
    'password-needed': 'This file has a password, and nothing in it can be read without it.',
    'wrong-password': 'This password does not open the file. Capital and small letters count.',
    overlap: 'The archive is made in a way that hides data. It was not made by Casebook.',
    'header-mismatch': 'The archive contradicts itself. It is damaged or was not made by Casebook.',
    method:
      'The archive is packed in a way that Casebook does not read. Choose a backup as it was downloaded.',
    'too-large': 'The file, or something in it, is larger than Casebook takes.',
    bomb: 'The archive would unpack to far more than a backup holds.',
    checksum: 'A file in the backup is damaged: its checksum is wrong.',
    'newer-version': 'This backup was made by a newer version of Casebook. Update Casebook, then restore it.',
    'bad-manifest': 'This is a zip, but not a backup of Casebook.',
    'file-missing': 'A file that belongs to the backup is missing from it.',
    'part-missing':
      'This backup has several files, and one of them is missing. Choose all files of the backup at once.',
    'part-foreign': 'These files do not belong to the same backup. Choose the files of one backup only.',
    'part-twice': 'One file was chosen twice, or the files do not belong together.',
    'pack-incomplete': 'The pack is not complete. If it came in several files, choose all of them at once.',
    'not-utf8': 'A text in the backup is damaged.',
    'bad-entry': 'An entry in the backup is damaged or was not written by Casebook.',
    'bad-chain': 'The entries in the backup are not complete or not in order.',
    'bad-picture': 'A picture in the backup is not one that Casebook takes, or far too large.',
    'picture-mismatch': 'A picture in the backup was changed after it was recorded.',
    'bad-signature':
      'The signature does not belong to this pack: something in it was changed, or it was put together from two. Ask for it again.',
    'too-deep': 'The backup holds data nested deeper than Casebook writes it.',
    'forbidden-name': 'The backup holds names that Casebook never writes.',
    'duplicate-name': 'The backup holds the same name twice in one place. Casebook never writes that.',
    'not-json': 'An entry in the backup is damaged.',
    conflict:
      'The backup contradicts this log: the same entry has another content. One of the two was changed.',
    'broken-chain':
      'The hash chain in the backup is broken: an entry was changed, left out or put in afterwards.',
    'missing-picture': 'A picture that belongs to the backup is missing from it.',
    busy: 'Another restore or repair is running. Wait until it has finished.',
    unreadable: 'The file can no longer be read. Was it moved, changed or unplugged? Choose it again.',
  },

  dialog: {
    heading: 'Export',
    looking: 'Looking at what would go out',
    nothing: 'There is nothing to export.',
    formatLegend: 'Format',
    formats: {
      html: {
        name: 'Report',
        hint: 'One file that opens in every browser and prints well; pictures are inside.',
      },
      evidence: {
        name: 'Evidence pack',
        hint: 'Report, every entry, pictures, checksums and a signature (ZIP): others can check that nothing was changed since.',
      },
      zip: { name: 'Everything, zipped', hint: 'Report, tables, data and pictures as files.' },
      csv: { name: 'Table', hint: 'For spreadsheet programs, one line per issue (CSV).' },
      markdown: { name: 'Text', hint: 'For ticket systems and wikis (Markdown).' },
      json: { name: 'Data', hint: 'For programs (JSON).' },
      'csv-raw': {
        name: 'Raw table',
        hint: 'For programs, one line per occurrence. Do not open it in a spreadsheet program.',
      },
      jira: {
        name: 'Jira',
        hint: 'ZIP: tables with the configuration for the import, pictures and a guide.',
      },
      servicenow: {
        name: 'ServiceNow',
        hint: 'ZIP: table for an import set (incident), pictures and a guide.',
      },
      zendesk: { name: 'Zendesk', hint: 'ZIP: data for the ticket import, pictures and a guide.' },
      github: {
        name: 'GitHub',
        hint: 'ZIP: one issue on each line for the programming interface, pictures and a guide.',
      },
      gitlab: { name: 'GitLab', hint: 'ZIP: table for “Import CSV”, pictures and a guide.' },
      tmf621: {
        name: 'TMF621',
        hint: 'ZIP: trouble tickets by the standard of the TM Forum, pictures and a guide.',
      },
      xlsx: {
        name: 'Excel workbook',
        hint: 'For spreadsheet programs, one line per issue, with real dates (XLSX).',
      },
      jsonl: {
        name: 'Lines of data',
        hint: 'ZIP: one JSON object on each line (JSON Lines) with its schema, and pictures.',
      },
      eml: {
        name: 'Mail draft',
        hint: 'A draft for each issue with its pictures and files, for your mail program (EML; several in a ZIP).',
      },
      har: { name: 'Network log', hint: 'Failed and slow requests for developer tools (HAR).' },
    },
    formatGroups: {
      people: 'For people',
      proof: 'Complete',
      tools: 'For the provider’s tool',
      programs: 'For programs',
    },
    noPictures: 'This format carries no pictures, only their names.',
    outHeading: 'What goes out',
    out: (count: number, shots: number, size: string) =>
      `${issues(count)}, ${pictures(shots)}, about ${size}`,
    large: 'That is a large file. The zip keeps pictures as files and opens faster.',
    leaveOut: 'Leave out',
    groups: {
      pictures: 'All pictures',
      files: 'All files',
      'unsearched-files': 'Files that cannot be searched for secrets (PDF and others)',
      environment: 'Browser and system',
      requests: 'Requests of the page',
      findings: 'Findings on the page',
      'address-query': 'Addresses after ? or #',
      'local-paths': 'Paths of files on this computer',
      labels: 'Labels',
      history: 'History of the records',
    },
    maskPersonal: 'Also mask e-mail addresses, phone numbers and IP addresses',
    strip: 'Write time, site and key below every picture',
    maskedHeading: 'Masked',
    maskedNone: 'When these issues were recorded, nothing that looks like a secret was found in them.',
    maskedRule: (rule: string, count: number) => `When recorded: ${rule}, ${count}×`,
    never: 'Internal notes, drafts, erased contents and earlier wordings never go out.',
    listLabel: 'Issues that go out',
    takeOut: (key: string) => `Leave out ${key}`,
    putBack: (key: string) => `Put back ${key}`,
    takeOutPicture: (key: string, number: number) => `Leave out picture ${number} of ${key}`,
    putBackPicture: (key: string, number: number) => `Put back picture ${number} of ${key}`,
    show: (key: string) => `Show everything that goes out of ${key}`,
    hide: (key: string) => `Hide the details of ${key}`,
    out_: 'left out',
    pictureFacts: (number: number, width: number, height: number, size: string) =>
      `Picture ${number}: ${width} × ${height}, ${size}`,
    picturePreview: (key: string, number: number) => `Picture ${number} of ${key}`,
    fileFacts: (name: string, kind: string, size: string) => `${name}: ${kind}, ${size}`,
    fileMasked: (count: number) =>
      n(count, { one: '# secret masked in it', other: '# secrets masked in it' }),
    fileAsItCame: 'As it came. Casebook cannot look for secrets in this kind of file.',
    files: (count: number) => n(count, { one: '# file', other: '# files' }),
    filesOnlyZip: 'Files go out with ZIP formats only; other formats name them.',
    run: 'Export',
    runCount: (count: number) => n(count, { one: 'Export # issue', other: 'Export # issues' }),
    running: 'Writing the export',
    done: (name: string, size: string) =>
      `${name} (${size}) was written, read back and handed to your downloads.`,
    lost: (count: number) =>
      n(count, {
        one: '# picture could not be read any more. The export says so in its place.',
        other: '# pictures could not be read any more. The export says so in their place.',
      }),
    signed: (fingerprint: string) =>
      `Signed with the key ${fingerprint}. Tell this fingerprint once by another way, by letter or on the phone: it is how a reader knows that a pack comes from you.`,
    unsigned:
      'The pack is not signed: this browser cannot make or keep the key. Checksums and chain are in it.',
    notNoted: 'The file was made, but the log could not note that it was exported.',
    changed: (key: string) =>
      `${key} changed while you were looking. Nothing was exported; look again at what goes out.`,
    notVerified:
      'The finished file was not what should have been written, so it was thrown away. Try again; if it stays like this, the disk may be full.',
    tooLargeToLock:
      'With a password, up to 300 MB can be made here; this is more, and nothing went out. Leave pictures or issues out, or make it without a password and encrypt the file with 7-Zip.',
    again: 'Look again',
    close: 'Close',
    cancel: 'Cancel',
  },
};
