/** README.txt of a ZIP export. */
export function exportReadme(files: readonly string[], version: string): string {
  const about: Readonly<Record<string, string>> = {
    'report.html': 'the report: open it in any browser; it prints well and runs no script',
    'report.md': 'the same as text, for ticket systems and wikis',
    'issues.csv':
      'a table for spreadsheet programs, one line per issue; a cell that could be taken for a formula begins with an apostrophe',
    'issues-raw.csv':
      'a table for programs, one line per occurrence, texts unchanged: do not open it in a spreadsheet program',
    'issues.json': 'everything, for programs',
    'pictures/': 'screenshots as they were taken, named by issue and number',
    'requests.har': 'failed and slow requests, for tools that read network logs (HAR 1.2)',
    'files/': 'files that were added to issues, named by issue and number',
    'schema/casebook-export-1.schema.json': 'describes issues.json (JSON Schema)',
    SHA256SUMS: 'checksums: sha256sum -c SHA256SUMS',
  };
  return [
    'Issue report, prepared with Casebook',
    '',
    'Files',
    ...files.map((file) => `  ${file}${about[file] === undefined ? '' : `: ${about[file]}`}`),
    '',
    'What this shows',
    '  What was on the screen of the person who recorded it, and what the browser knew about the page, at the time given.',
    '  Passwords, tokens and keys were masked before anything was stored. The sender may have left things out;',
    '  the head of the report says what. Checksums show whether a file was changed after the export. They do not show',
    '  that a page looked like this, that the clock was right, or who recorded it.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}

/** README.txt of a backup. */
export function backupReadme(version: string): string {
  return [
    'Casebook backup',
    '',
    'This is a full copy of a Casebook log: every entry, every picture, and the settings. It is meant for restoring.',
    'It holds everything, also internal notes and issues in the trash: do not hand it to others. To share issues,',
    'use Export in Casebook.',
    '',
    'To restore: Casebook > Data & settings > Restore, and choose this file as it is.',
    'The format is described in docs/data-format.md of Casebook; SHA-256 sums of all files are in manifest.json.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}
