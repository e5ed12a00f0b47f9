import { visibleText } from '../../domain/privacy/display.ts';
import { zonedTime } from './local-time.ts';
import { fact } from './outline-facts.ts';
import type { Fact } from './outline-facts.ts';
import type { SharedAddedPicture, SharedFile, SharedIssue, SharedPicture } from './shared-issue.ts';
import type { ReportWords } from './words.ts';

export type PictureOutline =
  | Readonly<{
      kind: 'file';
      file: string;
      sha256: string;
      alt: string;
      /** Written by the user; ''. */
      caption: string;
      width: number;
      height: number;
      note: string;
    }>
  | Readonly<{ kind: 'note'; text: string }>;

export type AddedPictureOutline = Readonly<{
  heading: string;
  facts: readonly Fact[];
  picture: PictureOutline;
}>;

export type FileOutline = Readonly<{
  name: string;
  /** Where it lies in the ZIP export; null when it does not go along. */
  file: string | null;
  facts: readonly Fact[];
}>;

export function pictureOutline(picture: SharedPicture, words: ReportWords, alt: string): PictureOutline {
  if (picture.state === 'missing')
    return { kind: 'note', text: words.pictureMissing(words.reason[picture.reason]) };
  if (picture.state === 'lost') return { kind: 'note', text: words.pictureLost };
  if (picture.state === 'left-out') return { kind: 'note', text: words.pictureLeftOut };
  const { file, sha256, width, height, original } = picture;
  const scaled = original ? ` ${words.pictureScaled(original.width, original.height)}` : '';
  const caption = visibleText(picture.caption ?? '');
  const note = words.pictureFacts(width, height, sha256) + scaled;
  return { kind: 'file', file, sha256, alt: caption === '' ? alt : caption, caption, width, height, note };
}

function addedPicture(of: SharedAddedPicture, key: string, words: ReportWords): AddedPictureOutline {
  const at = zonedTime(of.at, of.offsetMin);
  return {
    heading: words.addedPicture(words.pictureVia[of.via], at),
    facts: fact(words.facts.address, of.url, 'address'),
    picture: pictureOutline(of.picture, words, words.pictureAlt(key, at)),
  };
}

export function addedPictures(issue: SharedIssue, words: ReportWords): AddedPictureOutline[] {
  return issue.pictures.map((one) => addedPicture(one, issue.key, words));
}

function fileOutline({ file, kind, caption, at, offsetMin }: SharedFile, words: ReportWords): FileOutline {
  const known = fact(words.fileFacts.kind, words.fileKind[kind]);
  if (file.state !== 'present') {
    const why = file.state === 'lost' ? words.fileLost : words.fileLeftOut;
    return { name: words.fileKind[kind], file: null, facts: fact(words.fileFacts.state, why) };
  }
  const masked =
    file.masked === null ? words.fileAsItCame : file.masked === 0 ? null : words.fileMasked(file.masked);
  return {
    name: visibleText(file.name === '' ? file.file : file.name),
    file: file.file,
    facts: [
      ...fact(words.facts.caption, caption),
      ...known,
      ...fact(words.fileFacts.added, zonedTime(at, offsetMin)),
      ...fact(words.fileFacts.size, words.bytes(file.bytes)),
      ...fact(words.fileFacts.secrets, masked),
      ...fact('SHA-256', file.sha256, 'code'),
    ],
  };
}

export function fileOutlines(issue: SharedIssue, words: ReportWords): FileOutline[] {
  return issue.files.map((one) => fileOutline(one, words));
}
