import type { PresentPicture } from '../../domain/issue/picture.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { readablePictures, sharedAs, type Sharing } from '../../export/plan.ts';
import type { PictureBytes, ReportSource } from '../../export/source.ts';
import { typed } from '../pictures/flat-source.ts';
import { presentPictures, type PackPicture, type PackPictures } from './pack-pictures.ts';

/** Two ledgers can name issues alike; the second one's pictures then carry the end of its id. */
function ownPath(path: string, id: IssueId, taken: Set<string>): string {
  const own = taken.has(path) ? path.replace(/(\.[a-z]+)$/, `-${id.slice(-6)}$1`) : path;
  taken.add(own);
  return own;
}

/**
 * The pictures of these issues, and of no others, one issue after the other.
 * @param source gives pictures as they leave, never what lies under a redaction: `flattenedSource`
 */
export async function readPictures(
  source: ReportSource,
  ids: readonly IssueId[],
  sharing: Sharing,
  signal: AbortSignal,
): Promise<PackPictures> {
  const all = new Map<IssueId, readonly PackPicture[]>();
  const taken = new Set<string>();
  for (const id of ids) {
    signal.throwIfAborted();
    const [issue] = await source.issues([id]);
    if (issue == null) continue;
    const present = presentPictures(sharedAs(issue, sharing));
    const found = await readablePictures(
      source,
      present.map(({ picture }) => picture.sha256),
    );
    all.set(
      id,
      present.map(({ picture, ...one }): PackPicture => {
        const { sha256, width, height, caption = '', mime } = picture;
        const file = ownPath(picture.file, id, taken);
        return { ...one, file, sha256, width, height, caption, content: named(found.get(sha256), mime) };
      }),
    );
  }
  return all;
}

function named(found: PictureBytes | undefined, mime: PresentPicture['mime']): PictureBytes | null {
  return found === undefined ? null : { ...found, blob: typed(found.blob, mime) };
}
