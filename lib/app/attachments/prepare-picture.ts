import { ATTACHMENT_LIMITS } from '../../domain/evidence/attachment-limits.ts';
import { bareImage } from '../../domain/evidence/bare-image.ts';
import { crc32 } from '../../domain/evidence/crc32.ts';
import type { Recognised } from '../../domain/evidence/file-kind.ts';
import { jpegOrientation } from '../../domain/evidence/orientation.ts';
import type { PresentPicture } from '../../domain/issue/picture.ts';
import type { AttachmentPainter, Drawn } from './painter.ts';
import type { Prepared, Refused } from './prepared.ts';
import { sha256Of } from './sha256.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Picture = Extract<Recognised, { what: 'picture' | 'foreign-picture' }>;
type Mime = PresentPicture['mime'];

/**
 * A picture as it is stored: the same pixels, and nothing else in its file. Where it was taken, with which camera, an
 * embedded preview of what was cropped, text behind its end: all that goes. Only what lies turned, has several frames
 * or is of another kind is drawn anew.
 */
export async function preparedPicture<D extends Drawn>(
  bytes: Bytes,
  picture: Picture,
  name: string,
  painter: AttachmentPainter<D>,
): Promise<Prepared | Refused> {
  const { pictureBytes, pixels } = ATTACHMENT_LIMITS;
  if (bytes.length > pictureBytes) return { ok: false, code: 'too-large', name, limit: pictureBytes };
  // By its header, before anything is decoded: a few KB can claim billions of pixels.
  if (!withinPixels(picture)) return { ok: false, code: 'too-many-pixels', name, limit: pixels };
  const bare = asItIs(bytes, picture);
  let drawn: D;
  try {
    drawn = await painter.decode(new Blob([bare ?? bytes], { type: picture.mime }));
  } catch {
    return { ok: false, code: 'damaged-picture', name };
  }
  try {
    if (!withinPixels(drawn)) return { ok: false, code: 'too-many-pixels', name, limit: pixels };
    const { width, height } = drawn;
    if (bare !== null && picture.what === 'picture')
      return await prepared(bare, picture.mime, { width, height }, name);
    const mime = picture.mime === 'image/jpeg' ? 'image/jpeg' : 'image/png';
    const encoded = await encodedWithin(drawn, mime, painter);
    if (encoded === null) return { ok: false, code: 'too-large', name, limit: pictureBytes };
    return await prepared(encoded.bytes, encoded.mime, { width, height }, name);
  } catch {
    return { ok: false, code: 'damaged-picture', name };
  } finally {
    drawn.close();
  }
}

function withinPixels({ width, height }: Readonly<{ width: number; height: number }>): boolean {
  const { pixels, side } = ATTACHMENT_LIMITS;
  return width <= side && height <= side && width * height <= pixels;
}

/** null: it has to be drawn anew. */
function asItIs(bytes: Bytes, picture: Picture): Bytes | null {
  if (picture.what !== 'picture') return null;
  if (picture.mime === 'image/jpeg' && jpegOrientation(bytes) !== 1) return null;
  const bare = bareImage(bytes, picture.mime);
  return bare.ok ? bare.bytes : null;
}

/** As PNG where it fits, else as JPEG. */
async function encodedWithin<D extends Drawn>(
  drawn: D,
  wanted: 'image/png' | 'image/jpeg',
  painter: AttachmentPainter<D>,
): Promise<Readonly<{ bytes: Bytes; mime: Mime }> | null> {
  for (const mime of wanted === 'image/png' ? ([wanted, 'image/jpeg'] as const) : [wanted]) {
    const bare = bareImage(await painter.encode(drawn, mime), mime);
    if (bare.ok && bare.bytes.length <= ATTACHMENT_LIMITS.pictureBytes) return { bytes: bare.bytes, mime };
  }
  return null;
}

async function prepared(
  bytes: Bytes,
  mime: Mime,
  size: Readonly<{ width: number; height: number }>,
  name: string,
): Promise<Prepared> {
  const facts = { sha256: await sha256Of(bytes), crc32: crc32(bytes), bytes: bytes.length, mime, ...size };
  return {
    item: { type: 'picture', picture: { state: 'present', ...facts } },
    blob: { ...facts, blob: new Blob([bytes], { type: mime }) },
    name,
    masked: 0,
    leftOut: 0,
  };
}
