import type { PresentPicture } from '../domain/issue/picture.ts';
import { crc32 } from '../domain/evidence/crc32.ts';
import { bytesToDataUrl } from './data-url.ts';
import { pictureSize } from './picture-size.ts';
import type { PixelSize } from './picture-size.ts';
import type { RawPicture } from './screenshot.ts';

/** faults.md F21: beyond these a picture is scaled down and its original size stated. */
export const MAX_PIXELS = 25_000_000;
export const MAX_BYTES = 15_000_000;
const THUMB_WIDTH = 320;
const THUMB_HEIGHT = 200;

/** A picture ready to be stored: its facts and its bytes. */
export type ReadyPicture = Readonly<{ facts: PresentPicture; blob: Blob }>;

/** The drawing that needs a browser; tests give their own. */
export type Painter = Readonly<{
  decode(blob: Blob): Promise<ImageBitmap>;
  /** Draws scaled to `size` and encodes. */
  encode(
    bitmap: ImageBitmap,
    size: PixelSize,
    mime: 'image/jpeg',
    quality: number,
  ): Promise<Uint8Array<ArrayBuffer>>;
}>;

export const browserPainter: Painter = {
  decode: (blob) => createImageBitmap(blob),
  async encode(bitmap, size, mime, quality) {
    const canvas = new OffscreenCanvas(size.width, size.height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('The browser gave no canvas to draw the picture on.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    const blob = await canvas.convertToBlob({ type: mime, quality });
    return new Uint8Array(await blob.arrayBuffer());
  },
};

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
}

function fitted(size: PixelSize, scale: number): PixelSize {
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** Facts and bytes of an encoded picture. */
export async function describePicture(
  bytes: Uint8Array<ArrayBuffer>,
  mime: RawPicture['mime'],
  size: PixelSize,
  original: PixelSize | null,
): Promise<ReadyPicture> {
  // Begun first: the browser hashes on a thread of its own.
  const hashing = sha256(bytes);
  const blob = new Blob([bytes], { type: mime });
  const crc = crc32(bytes);
  const facts: PresentPicture = {
    state: 'present',
    sha256: await hashing,
    crc32: crc,
    bytes: bytes.length,
    mime,
    ...size,
    ...(original ? { original } : {}),
  };
  return { facts, blob };
}

/** Measures and hashes a picture, scaling it down if it is too large. null: not a picture that can be decoded. */
export async function preparePicture(
  raw: RawPicture,
  painter: Painter = browserPainter,
): Promise<ReadyPicture | null> {
  const size = pictureSize(raw.bytes);
  if (size === null) return null;
  const pixels = size.width * size.height;
  if (pixels <= MAX_PIXELS && raw.bytes.length <= MAX_BYTES)
    return describePicture(raw.bytes, raw.mime, size, null);
  const factor = Math.min(1, Math.sqrt(MAX_PIXELS / pixels));
  return reencode(new Blob([raw.bytes], { type: raw.mime }), fitted(size, factor), size, 0.92, painter);
}

/** A much smaller copy for a disk that is nearly full (faults.md F8); null where it cannot be made. */
export async function shrinkPicture(
  ready: ReadyPicture,
  painter: Painter = browserPainter,
): Promise<ReadyPicture | null> {
  const { width, height, original } = ready.facts;
  const factor = Math.min(1, 1280 / width);
  return reencode(ready.blob, fitted({ width, height }, factor), original ?? { width, height }, 0.5, painter);
}

async function reencode(
  blob: Blob,
  target: PixelSize,
  original: PixelSize,
  quality: number,
  painter: Painter,
): Promise<ReadyPicture | null> {
  try {
    const bitmap = await painter.decode(blob);
    const bytes = await painter.encode(bitmap, target, 'image/jpeg', quality);
    bitmap.close();
    return bytes.length <= MAX_BYTES ? await describePicture(bytes, 'image/jpeg', target, original) : null;
  } catch {
    return null;
  }
}

/** Bitmap pixels per CSS pixel × 100. Never from devicePixelRatio, which can be emulated (measured). */
export function withScale(ready: ReadyPicture, viewportWidth: number | undefined): ReadyPicture {
  if (!viewportWidth) return ready;
  const width = ready.facts.original?.width ?? ready.facts.width;
  return { ...ready, facts: { ...ready.facts, scalePercent: Math.round((width / viewportWidth) * 100) } };
}

/** A small JPEG of the top of the picture as a data: address, '' where none can be drawn. */
export async function thumbnail(blob: Blob, painter: Painter = browserPainter): Promise<string> {
  try {
    const bitmap = await painter.decode(blob);
    const factor = Math.min(
      1,
      THUMB_WIDTH / bitmap.width,
      Math.max(THUMB_HEIGHT / bitmap.height, THUMB_WIDTH / 2 / bitmap.width),
    );
    const bytes = await painter.encode(bitmap, fitted(bitmap, factor), 'image/jpeg', 0.8);
    bitmap.close();
    return bytesToDataUrl(bytes, 'image/jpeg');
  } catch {
    return '';
  }
}
