export const en = {
  title: 'One click when something breaks',
  lead: 'Casebook keeps a fair account of what goes wrong with the systems that others run for you, so that you can talk about facts.',
  pinTitle: 'Put the button where you see it',
  pinChromium: [
    'Click the puzzle piece at the right end of the toolbar.',
    'Find Casebook in the list and click the pin next to it.',
  ],
  pinFirefox: [
    'Click the puzzle piece at the right end of the toolbar.',
    'Click the gear next to Casebook, then “Pin to Toolbar”.',
  ],
  tryTitle: 'Try it',
  tryText:
    'Go to any website in another tab and click the Casebook button. When it says “Recorded”, it is on disk. Typing is optional.',
  tryUndo: 'A trial record can be taken back at once with “Undo”.',
  shortcut: 'Keyboard shortcut:',
  noShortcut: 'No keyboard shortcut is set. You can choose one in the browser’s list of extension shortcuts.',
  waysTitle: 'Other ways to record',
  ways: {
    silently: 'Without opening a window:',
    silentlyUndo: 'The button ticks, and the next window offers to take it back.',
    menu: 'With the right mouse button: “Record a problem here”. Selected text becomes the description. “Record in 3 seconds” leaves time to open a menu again.',
    else: 'For a phone, a program, a printer or the network:',
    elseLink: 'Record something else',
  },
  storedTitle: 'What is stored, and where',
  stored: [
    'The page’s address, title and time, a screenshot, failed and slow requests, error messages and numbers, and facts about your browser.',
    'It is stored on this computer only, in this browser profile.',
    'Passwords, tokens and signatures in addresses and texts are masked before anything is stored. Pictures show what you saw; look at them before you pass them on.',
  ],
  neverTitle: 'What never leaves',
  never: [
    'Casebook cannot send anything: the browser blocks every connection it could try. There is no account and no server.',
    'Something leaves this computer only when you export it, and you see every line before that.',
    'Nothing is read until you click. Private windows are never recorded.',
  ],
  backupTitle: 'Keep a copy',
  backup:
    'If you remove Casebook or clear the browser’s data, the browser deletes the log. Make a backup now and then; Casebook reminds you.',
  toBackup: 'Open backup and export',
  toLog: 'Open the log',
};
