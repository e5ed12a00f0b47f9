import type { NewEntry } from '../ledger/entry.ts';
import type { IssueId, Sha256Hex } from '../ledger/primitives.ts';

/** Bytes that an entry names: a picture or a file, stored beside the log under their content hash. */
export type NamedBytes = Readonly<{
  sha256: Sha256Hex;
  bytes: number;
  issueId: IssueId;
  /** The picture or file they show: id of the capture or of the added evidence. */
  subject: string;
}>;

/** An entry names the bytes of at most one picture or file; null for all others. */
export function namedBytes(entry: NewEntry): NamedBytes | null {
  switch (entry.kind) {
    case 'occurrence.captured': {
      const { picture, captureId: subject } = entry.body;
      return picture.state === 'present' ? of(entry.issueId, subject, picture) : null;
    }
    case 'evidence.added': {
      const { item, evidenceId: subject } = entry.body;
      return of(entry.issueId, subject, item.type === 'picture' ? item.picture : item.file);
    }
    case 'picture.original_removed':
      return of(entry.issueId, entry.body.pictureId, entry.body.replacement);
    default:
      return null;
  }
}

function of(
  issueId: IssueId,
  subject: string,
  { sha256, bytes }: Readonly<{ sha256: Sha256Hex; bytes: number }>,
): NamedBytes {
  return { issueId, subject, sha256, bytes };
}
