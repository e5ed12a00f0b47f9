import { z } from '../z.ts';
import { captureId, count, issueId, sha256Hex, text } from '../ledger/primitives.ts';
import { LIMITS } from '../ledger/limits.ts';
import { drawing } from './drawing.ts';
import { presentPicture } from './picture.ts';

/** A picture of an issue: the id of the capture it was taken with, or of the evidence that was added. */
export const pictureId = text(40);

/** How a picture or a file came to the issue. */
export const evidenceVia = z.enum([
  'visible',
  'region',
  'full-page',
  'delayed',
  'screen',
  'paste',
  'drop',
  'file',
]);
export type EvidenceVia = z.infer<typeof evidenceVia>;

/** What a file is by its first bytes; never by its name. */
export const fileKind = z.enum(['image', 'text', 'mail', 'pdf', 'har', 'other']);
export type FileKind = z.infer<typeof fileKind>;

/** A file kept as it came, addressed by its content. */
export const storedFile = z.strictObject({
  sha256: sha256Hex,
  crc32: count,
  bytes: count,
  /** As recognised, never as claimed; `application/octet-stream` where it was not. */
  mime: text(100),
  kind: fileKind,
  /** Safe name as shown; the original's last part. */
  name: text(LIMITS.fileName),
});
export type StoredFile = z.infer<typeof storedFile>;

/** A picture or a file added to an issue after or beside the click. */
export const evidenceAdded = z.strictObject({
  evidenceId: text(40),
  /** The occurrence it belongs to; absent: the issue as a whole. */
  captureId: z.optional(captureId),
  via: evidenceVia,
  caption: text(LIMITS.caption),
  item: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('picture'), picture: presentPicture }),
    z.strictObject({ type: z.literal('file'), file: storedFile }),
  ]),
  /** Scrubbed address of the page it was taken of. */
  url: z.optional(text(LIMITS.url)),
  /** Size of the whole page in bitmap pixels where not all of it is in the picture. */
  wholePage: z.optional(z.strictObject({ width: count, height: count })),
  /** How many secrets were masked in its texts. */
  masked: z.optional(count),
});

/** Findings of a capture, or one added picture or file, that the user takes off the issue or puts back. */
export const evidenceNamed = z.union([
  z.strictObject({ captureId, chipIds: z.array(text(40)).check(z.maxLength(40)) }),
  z.strictObject({ evidenceId: text(40) }),
]);

export const pictureCaptioned = z.strictObject({ pictureId, caption: text(LIMITS.caption) });

/** The newest drawing holds; an empty one takes all marks back. */
export const pictureAnnotated = z.strictObject({ pictureId, drawing });

/** The bytes of the original are gone for good; `replacement` shows the drawing of that moment burnt in. */
export const pictureOriginalRemoved = z.strictObject({
  pictureId,
  original: sha256Hex,
  replacement: presentPicture,
});

/**
 * "Again": the issue of this capture becomes part of another one, with all that was ever said about it. Back: `to` is
 * the issue itself.
 */
export const occurrenceMoved = z.strictObject({ captureId, to: issueId });

/** This issue is the same problem as `into` and is shown there. */
export const issueMerged = z.strictObject({ into: issueId });

/** This issue stands on its own again. */
export const issueSplit = z.strictObject({ outOf: issueId });
