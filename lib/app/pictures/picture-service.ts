import type { Drawing, Shape } from '../../domain/issue/drawing.ts';
import { DRAWING_LIMITS } from '../../domain/issue/drawing.ts';
import type { IssuePicture } from '../../domain/issue/issue-evidence.ts';
import { cutAt } from '../../domain/text/cut.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import type { EditResult, Scrub } from '../log/edits.ts';
import { createStamp } from '../log/stamp.ts';
import { flatFacts } from './flat-facts.ts';
import { typed } from './flat-source.ts';
import { flatten } from './flatten.ts';
import { letBlobsGo } from './let-go.ts';

export type RemovalResult =
  Readonly<{ ok: true }> | StorageFailure | Readonly<{ ok: false; code: 'lost' | 'unreadable' }>;

/** What can be done to one picture of an issue. */
export type PictureService = Readonly<{
  /** The untouched bytes; null when their file is gone. */
  original(picture: IssuePicture): Promise<Blob | null>;
  /** As others get to see it: with marks, redactions and crop burnt in. */
  shown(picture: IssuePicture): Promise<Blob | null>;
  /** One entry; the texts of the marks are scrubbed first. An empty drawing takes all marks back. */
  annotate(picture: IssuePicture, drawing: Drawing): Promise<EditResult>;
  /** Burns the drawing in, stores that in the original's place and deletes the original's bytes, all at once. */
  removeOriginal(picture: IssuePicture, drawing: Drawing): Promise<RemovalResult>;
  /** Brings the browser to delete the files of pictures that the log does not hold any more. */
  letGo(): Promise<void>;
}>;

export type PictureDeps = Readonly<{
  store: Pick<Store, 'append' | 'picture'>;
  now: () => Date;
  zone: () => string;
  scrub: Scrub;
}>;

/** So many flattened pictures are kept for showing. */
const SHOWN = 8;

export function createPictureService({ store, now, zone, scrub }: PictureDeps): PictureService {
  const stamp = createStamp(now, zone);
  // The list of small pictures and the large one show the same; drawing each of them once is enough.
  const shown = new Map<string, Promise<Blob>>();

  async function cleaned(drawing: Drawing): Promise<Readonly<{ drawing: Drawing; masked: number }>> {
    let masked = 0;
    const shapes: Shape[] = [];
    for (const shape of drawing.shapes) {
      if (shape.type !== 'text') {
        shapes.push(shape);
        continue;
      }
      const scrubbed = await scrub(shape.text.toWellFormed().trim());
      masked += scrubbed.masked;
      const text = cutAt(scrubbed.value, DRAWING_LIMITS.text);
      if (text !== '') shapes.push({ ...shape, text });
    }
    return { drawing: { ...drawing, shapes }, masked };
  }

  async function original({ picture }: IssuePicture): Promise<Blob | null> {
    const found = await store.picture(picture.sha256);
    return 'missing' in found ? null : typed(found.blob, picture.mime);
  }

  const service: PictureService = {
    original,
    letGo: letBlobsGo,
    async shown(picture) {
      const blob = await original(picture);
      if (blob === null || picture.drawing === null) return blob;
      const name = JSON.stringify([picture.picture.sha256, picture.drawing]);
      const drawn = shown.get(name) ?? flatten(blob, picture.drawing).then((flat) => flat.blob);
      shown.delete(name);
      shown.set(name, drawn);
      drawn.catch(() => shown.delete(name));
      for (const oldest of shown.keys()) if (shown.size > SHOWN) shown.delete(oldest);
      return drawn;
    },
    async annotate(picture, given) {
      const { drawing, masked } = await cleaned(given);
      const result = await store.append({
        ...stamp(),
        kind: 'picture.annotated',
        issueId: picture.issueId,
        body: { pictureId: picture.pictureId, drawing },
      });
      if (!result.ok) return result;
      const { width, height } = given;
      const before = picture.drawing ?? { v: 1, width, height, shapes: [] };
      return { ok: true, masked, undo: () => service.annotate({ ...picture, drawing }, before) };
    },
    async removeOriginal(picture, given) {
      const blob = await original(picture);
      if (blob === null) return { ok: false, code: 'lost' };
      const { drawing } = await cleaned(given);
      const flat = await flatten(blob, drawing).catch(() => null);
      if (flat === null) return { ok: false, code: 'unreadable' };
      const facts = await flatFacts(flat);
      const result = await store.append(
        {
          ...stamp(),
          kind: 'picture.original_removed',
          issueId: picture.issueId,
          body: {
            pictureId: picture.pictureId,
            original: picture.picture.sha256,
            replacement: { state: 'present', ...facts },
          },
        },
        { blobs: [{ ...facts, blob: flat.blob }] },
      );
      return result.ok ? { ok: true } : result;
    },
  };
  return service;
}
