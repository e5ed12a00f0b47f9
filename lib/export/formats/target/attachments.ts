import type { Sha256Hex } from '../../../domain/ledger/primitives.ts';
import type { SharedIssue } from '../../model/shared-issue.ts';

/** A picture or a file that lies in the archive. */
export type Attachment = Readonly<{
  path: string;
  /** `picture` of the screen, or a `file` that was added. */
  kind: 'picture' | 'file';
  mime: string;
  bytes: number;
  sha256: Sha256Hex;
  caption: string;
}>;

/** In the order of the report. */
export function attachmentsOf(issue: SharedIssue): Attachment[] {
  const pictures = [...issue.occurrences, ...issue.pictures].flatMap(({ picture }): Attachment[] => {
    if (picture.state !== 'present') return [];
    const { file: path, mime, bytes, sha256, caption = '' } = picture;
    return [{ path, kind: 'picture', mime, bytes, sha256, caption }];
  });
  const files = issue.files.flatMap(({ file, caption }): Attachment[] => {
    if (file.state !== 'present') return [];
    const { file: path, mime, bytes, sha256 } = file;
    return [{ path, kind: 'file', mime, bytes, sha256, caption }];
  });
  return [...pictures, ...files];
}
