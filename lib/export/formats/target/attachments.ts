import type { SharedIssue } from '../../model/shared-issue.ts';

/** A picture or a file that lies in the archive. */
export type Attachment = Readonly<{
  path: string;
  /** `picture` of the screen, or a `file` that was added. */
  kind: 'picture' | 'file';
  mime: string;
  bytes: number;
  caption: string;
}>;

/** In the order of the report. */
export function attachmentsOf(issue: SharedIssue): Attachment[] {
  const pictures = [...issue.occurrences, ...issue.pictures].flatMap(({ picture }): Attachment[] => {
    if (picture.state !== 'present') return [];
    const { file: path, mime, bytes, caption = '' } = picture;
    return [{ path, kind: 'picture', mime, bytes, caption }];
  });
  const files = issue.files.flatMap(({ file, caption }): Attachment[] =>
    file.state === 'present'
      ? [{ path: file.file, kind: 'file', mime: file.mime, bytes: file.bytes, caption }]
      : [],
  );
  return [...pictures, ...files];
}
