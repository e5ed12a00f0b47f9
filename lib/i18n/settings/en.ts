const number = new Intl.NumberFormat('en');

/** Words of the settings page and of the health banner. */
export const en = {
  heading: 'Settings',
  saved: 'Saved',
  saveFailed: 'The browser did not keep this setting. Nothing else was changed. Try again.',
  language: { label: 'Language', auto: 'As in the browser', en: 'English', de: 'Deutsch (German)' },
  theme: { label: 'Appearance', auto: 'As in the system', light: 'Light', dark: 'Dark' },
  picture: {
    label: 'Pictures',
    jpeg: 'JPEG: fast and small (recommended)',
    png: 'PNG: every pixel exact, several times larger',
    hint: 'Counts for new pictures. Pictures already in the log are never changed.',
  },
  backup: {
    heading: 'Backup reminder',
    days: 'Remind me after so many days',
    issues: 'or after so many new issues',
    hint: 'Whichever comes first. 0 new issues switches the reminder off.',
    last: (when: string) => `Last backup: ${when}`,
    never: 'No backup has been made yet.',
    sinceLast: (n: number) =>
      n === 1 ? '1 new issue since then' : `${number.format(n)} new issues since then`,
    make: 'Go to backup',
    range: (min: number, max: number) =>
      `A whole number from ${number.format(min)} to ${number.format(max)}, please.`,
  },
  shortcuts: {
    heading: 'Keyboard shortcuts in the browser',
    none: 'no key set',
    names: {
      _execute_action: 'Record a problem',
      'record-silently': 'Record a problem without opening a window',
    },
    change: 'Change shortcuts',
    changeHint: 'Opens the browser’s own page for extension shortcuts.',
    changeChromium: 'To change them: open chrome://extensions/shortcuts in a new tab.',
    changeFirefox: 'To change them: open about:addons, click the cog, then “Manage Extension Shortcuts”.',
    conflict: 'A shortcut without a key is usually taken by another extension.',
    inLog: 'Shortcuts inside the log: press ? there.',
  },
  reporter: {
    heading: 'Who reports',
    name: 'Your name (optional)',
    nameHint: 'Stands beside what you enter, so that colleagues know whom to ask. Empty: nobody is named.',
    team: 'Your team',
    teamHint: 'Our minutes are counted in its working hours.',
    teamNone: 'No team',
    teams: 'Teams and their working hours',
  },
  masked: {
    heading: 'What is masked',
    intro:
      'Before anything is stored, Casebook replaces these in addresses, page texts and in what you type:',
    items: [
      'passwords, sign-in tokens, session and signature values in addresses',
      'user names and passwords in front of a host (https://name:password@…)',
      'keys and tokens of well-known services, bearer tokens, private keys',
      'card numbers, IBANs and the like that pass their checksum',
    ],
    limits:
      'Screenshots show what you saw; nothing in them is masked. Names and other personal data stay readable. Look at the preview before you send an export.',
  },
  health: {
    heading: 'State of the log',
    state: 'State',
    states: {
      open: 'In order',
      opening: 'Opening…',
      trouble: 'Needs attention',
    },
    issues: 'Issues',
    trash: 'In the trash',
    entries: 'Lines in the ledger',
    pictures: 'Pictures',
    ledger: 'Ledger',
    head: 'Checksum of the last line',
    persisted: 'Protected against clean-up by the browser',
    persistedYes: 'yes',
    persistedNo: 'not confirmed by the browser',
    used: 'Space used',
    quarantined: (n: number) =>
      n === 1 ? '1 unreadable line set aside' : `${number.format(n)} unreadable lines set aside`,
    rebuild: 'Rebuild lists and search',
    rebuildHint:
      'Builds the list, the counters and the search anew from the ledger. The ledger itself is not touched. Helps when the list looks wrong.',
    rebuilding: (done: number, of: number) =>
      of === 0 ? 'Rebuilding…' : `Rebuilding: ${number.format(done)} of ${number.format(of)}`,
    rebuilt: 'Rebuilt from the ledger',
    stop: 'Stop',
    stopped: 'Stopped. The lists are as they were.',
  },
  about: {
    heading: 'About Casebook',
    version: (v: string) => `Version ${v}`,
    licence: 'MIT licence. Free of charge, source open.',
    network:
      'Casebook cannot reach the network: the browser itself blocks every request it could make. What leaves this computer is only what you save and send yourself.',
    uninstall: 'Removing the extension deletes the log. Make a backup first.',
  },
  banner: {
    quarantined: (n: number) =>
      n === 1
        ? '1 line of the log could not be read and was set aside. Everything else is safe. Make a backup, then rebuild the lists in the settings.'
        : `${number.format(n)} lines of the log could not be read and were set aside. Everything else is safe. Make a backup, then rebuild the lists in the settings.`,
    journal: (n: number) =>
      n === 1
        ? '1 recorded issue waits outside the log because the browser refused to write it. Its text is safe. It moves in by itself; reload this page if it stays.'
        : `${number.format(n)} recorded issues wait outside the log because the browser refused to write them. Their texts are safe. They move in by themselves; reload this page if they stay.`,
    reload: 'Reload',
    restore: 'Restore a backup',
    export: 'Export the log',
    settings: 'Open settings',
    rescue: 'Save what can still be read',
    dismiss: 'Dismiss',
  },
};
