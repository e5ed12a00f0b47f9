import type { NewEntry } from '../ledger/entry.ts';
import type { IssueId, Sha256Hex } from '../ledger/primitives.ts';
import type { PresentPicture } from './picture.ts';

/** Bytes that an entry names: a picture or a file, stored beside the log under their content hash. */
export type NamedBytes = Readonly<{
  sha256: Sha256Hex;
  bytes: number;
  /** What the entry says of it, if it is a picture. */
  picture?: PresentPicture;
  issueId: IssueId;
  /** The picture or file they show: id of the capture or of the added evidence. */
  subject: string;
}>;

/** An entry names the bytes of at most one picture or file; null for all others. */
export function namedBytes(entry: NewEntry): NamedBytes | null {
  switch (entry.kind) {
    case 'occurrence.captured': {
      const { picture, captureId: subject } = entry.body;
      return picture.state === 'present' ? ofPicture(entry.issueId, subject, picture) : null;
    }
    case 'evidence.added': {
      const { item, evidenceId: subject } = entry.body;
      if (item.type === 'picture') return ofPicture(entry.issueId, subject, item.picture);
      return of(entry.issueId, subject, item.file);
    }
    case 'picture.original_removed':
      return ofPicture(entry.issueId, entry.body.pictureId, entry.body.replacement);
    default:
      return null;
  }
}

function ofPicture(issueId: IssueId, subject: string, picture: PresentPicture): NamedBytes {
  return { ...of(issueId, subject, picture), picture };
}

function of(
  issueId: IssueId,
  subject: string,
  { sha256, bytes }: Readonly<{ sha256: Sha256Hex; bytes: number }>,
): NamedBytes {
  return { issueId, subject, sha256, bytes };
}
