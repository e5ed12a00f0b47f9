import type { FileKind } from '../issue/evidence-bodies.ts';
import { safeFileName } from '../privacy/display.ts';

const MAX_NAME = 120;
/** Controls and format characters: what turns, hides or ends a name. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u3164\uffa0]/gu;

/** The last part of a name, without what hides or reverses letters. May be ''. */
export function shownFileName(name: string): string {
  const last = name.toWellFormed().replaceAll(HIDDEN, '').split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replaceAll(/[<>:"|?*]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. ]+/u, '')
    .trim();
  if (plain.length <= MAX_NAME) return plain;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, MAX_NAME - ending.length).toWellFormed()}${ending}`;
}

/** Endings a file of unknown content may keep: they open in a viewer, or are packed. None of them runs by a double click. */
const HARMLESS = new Set(
  '7z bz2 csv doc docx dmp evtx gz heic log mov mp3 mp4 msg odp ods odt one ppt pptx rar rtf tar txt wav webm xls xlsx xz zip'.split(
    ' ',
  ),
);
const TEXT_ENDINGS = new Set(
  'txt log csv tsv json xml yaml yml md ini conf cfg sql trace out err'.split(' '),
);

/**
 * A name to save it under: letters, digits and an ending that fits what the file is. A web page, a drawing with
 * scripts or a script gets `.txt` behind its ending, a program `.bin`.
 */
export function savedFileName(name: string, kind: FileKind): string {
  const ending = /\.([A-Za-z0-9]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const stem = safeFileName(ending === '' ? name : name.slice(0, -ending.length - 1));
  return `${stem}${endingOf(kind, ending)}`;
}

function endingOf(kind: FileKind, ending: string): string {
  switch (kind) {
    case 'mail':
      return '.eml';
    case 'pdf':
      return '.pdf';
    case 'har':
      return '.har';
    case 'image':
      return '.png';
    case 'text':
      return TEXT_ENDINGS.has(ending) ? `.${ending}` : suffixed(ending, '.txt');
    case 'other':
      return HARMLESS.has(ending) ? `.${ending}` : suffixed(ending, '.bin');
  }
}

const suffixed = (ending: string, safe: string): string => (ending === '' ? safe : `.${ending}${safe}`);
