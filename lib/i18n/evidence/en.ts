import { counter } from '../plural.ts';

const some = counter('en');

/** Pictures and files of an issue: looking at them, adding and taking them off. */
export const en = {
  heading: 'Pictures and files',
  pictures: 'Pictures',
  files: 'Files',
  none: 'No picture or file yet.',
  picture: (n: number, total: number) => `Picture ${n} of ${total}`,
  taken: (how: string, when: string) => `${how}, ${when}`,
  via: {
    visible: 'Visible part of the page',
    region: 'Part of the page',
    'full-page': 'Whole page',
    delayed: 'Taken after 3 seconds',
    screen: 'Window or screen',
    paste: 'Pasted',
    drop: 'Dropped',
    file: 'Chosen file',
  },
  wholePage: (width: string, height: string) => `The whole page measures ${width} × ${height}.`,
  originalRemoved: 'The original was removed for good. This picture has its redactions burnt in.',
  caption: 'Caption',
  captionHint: 'Add a caption',
  captionMasked: 'A secret in the caption was masked.',
  takeOff: 'Take off',
  takeOffPicture: (n: number) => `Take off picture ${n}`,
  takeOffFile: (name: string) => `Take off ${name}`,
  takenOff: 'Taken off the issue',
  add: {
    choose: 'Add pictures or files…',
    paste: 'Paste picture',
    hint: (size: string) =>
      `Ctrl+V (⌘V on a Mac) adds what is in the clipboard. Dropping files here works too. Up to ${size} each.`,
    drop: (key: string) => `Drop to add to ${key}`,
    working: 'Adding',
    pasteRefused:
      'The browser did not let this button read the clipboard. Press Ctrl+V (⌘V on a Mac) instead.',
    pasteEmpty: 'There is no picture in the clipboard.',
    done: (n: number) => some(n, { one: '# picture or file added', other: '# pictures and files added' }),
    masked: (n: number) =>
      some(n, {
        one: '# secret was masked before saving.',
        other: '# secrets were masked before saving.',
      }),
    leftOut: (n: number) =>
      some(n, {
        one: '# content could not be searched for secrets and stayed out.',
        other: '# contents could not be searched for secrets and stayed out.',
      }),
  },
  refused: {
    empty: (name: string) => `${name} is empty.`,
    'too-large': (name: string, limit: string) => `${name} is larger than ${limit}.`,
    'too-many-pixels': (name: string, limit: string) => `${name} has more than ${limit} pixels.`,
    'damaged-picture': (name: string) => `${name} cannot be read as a picture. It may be cut off.`,
    unreadable: (name: string) => `${name} could not be read. It may have been moved or deleted.`,
    'already-there': (name: string) => `${name} is part of this issue already.`,
    'issue-full': (name: string, limit: string) => `${name} has no room: an issue holds up to ${limit}.`,
    'too-many': (name: string, limit: string) => `${name} was left out: up to ${limit} at a time.`,
  },
  nameless: 'The picture or file',
  items: (n: string) => `${n} pictures and files`,
  kind: {
    image: 'Picture',
    text: 'Text',
    mail: 'Mail',
    pdf: 'PDF',
    har: 'Network log (HAR)',
    other: 'File',
  },
  file: {
    nameless: 'File without a name',
    preview: 'Preview',
    previewOf: (name: string) => `Preview of ${name}`,
    save: 'Save',
    saveOf: (name: string) => `Save ${name}`,
    masked: (n: number) => some(n, { one: '# secret masked', other: '# secrets masked' }),
    facts: (kind: string, size: string) => `${kind}, ${size}`,
    asItCame: 'Kept as it came. Casebook cannot look for secrets in this kind of file.',
    lost: 'The file is lost: its bytes are gone from this browser.',
    loading: 'Reading…',
    cut: (shown: string, all: string) =>
      `The first ${shown} of ${all} lines. Save the file to read all of it.`,
    empty: 'It holds no text.',
  },
  mail: {
    from: 'From',
    to: 'To',
    cc: 'Copy to',
    date: 'Date',
    subject: 'Subject',
    attachments: 'Attached',
    attachment: (name: string, size: string) => `${name} (${size})`,
    nameless: 'without a name',
  },
  har: {
    summary: (all: number, failed: string) =>
      `${some(all, { one: '# request', other: '# requests' })}, ${failed} failed`,
    shown: (shown: string) => `The first ${shown}, failed ones first.`,
    columns: { status: 'Status', method: 'Method', address: 'Address', took: 'Took' },
    noAnswer: 'no answer',
  },
};
