export const en = {
  choose: 'Protect with a password',
  password: 'Password',
  again: 'Password again',
  show: 'Show the password',
  suggest: 'Suggest a password',
  hint: (length: number) => `At least ${length} characters.`,
  problem: {
    short: (length: number) => `Too short: use at least ${length} characters.`,
    differs: 'The two passwords are not the same.',
  },
  notPlain: 'Some programs read letters such as ä or é differently. a–z, digits and signs work everywhere.',
  means: {
    all: 'What goes out becomes the only file in a zip that is encrypted with AES-256. Without the password, neither its content nor the names of the files in it can be read.',
    seen: 'Still to be seen: that it comes from Casebook, the dates in its name, and how large it is.',
    kept: 'Casebook does not keep the password. Lost, it cannot be found again. Tell it by another way than the file, for example by phone.',
    opens:
      'Windows Explorer does not open such files. 7-Zip, WinZip and Keka do, and so does the command 7z x.',
  },
  meansLabel: 'What the password protects',
  done: 'It opens only with the password. Tell it by another way than the file.',
  unlock: {
    heading: (name: string) => `${name} has a password`,
    sentence: 'Type the password that the file was made with. It is not kept.',
    open: 'Open',
    working: 'Opening',
  },
};
