import type { CaptureId, Instant, IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { SharedIssue } from '../../export/model/shared-issue.ts';
import type { PackBytes } from '../../export/packs/pack-file.ts';
import type { PictureBytes } from '../../export/source.ts';

/** A picture as it leaves: where anything was removed or marked, the copy it was burnt into. */
export type PackPicture = Readonly<{
  /** Of the click, or of the evidence that was added. */
  id: CaptureId | string;
  /** Its path beside the report, unlike that of any other picture of the pack. */
  file: string;
  sha256: Sha256Hex;
  width: number;
  height: number;
  caption: string;
  at: Instant;
  offsetMin: number;
  /** Number of the entry that it came with. */
  n: number;
  /** null: its file cannot be read, or the copy cannot be drawn. */
  content: PictureBytes | null;
}>;

export type PackPictures = ReadonlyMap<IssueId, readonly PackPicture[]>;

/** The pictures of a shared issue that are there, in order, with what they came with. */
export function presentPictures({ occurrences, pictures }: SharedIssue) {
  return [
    ...occurrences.map(({ captureId, ...one }) => ({ id: captureId, ...one })),
    ...pictures.map(({ evidenceId, ...one }) => ({ id: evidenceId, ...one })),
  ].flatMap(({ id, at, offsetMin, entry, picture }) =>
    picture.state === 'present' ? [{ id, at, offsetMin, n: entry.n, picture }] : [],
  );
}

/** The bytes of pictures that can be shown. */
export function bytesOf(pictures: PackPictures): PackBytes {
  return new Map(
    [...pictures.values()]
      .flat()
      .flatMap(({ sha256, content }) => (content === null ? [] : [[sha256, content] as const])),
  );
}
