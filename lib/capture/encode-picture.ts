import { MAX_BYTES, describePicture } from './picture.ts';
import type { ReadyPicture } from './picture.ts';
import type { PixelSize } from './picture-size.ts';

type Options = Readonly<{
  format: 'jpeg' | 'png';
  /** Bitmap pixels per CSS pixel. */
  scale: number;
  /** Size before the picture was drawn smaller. */
  original: PixelSize | null;
}>;

/** A canvas as a picture to be stored; a heavier one than may be kept is packed harder. null: it cannot be made. */
export async function encodePicture(
  canvas: OffscreenCanvas,
  { format, scale, original }: Options,
): Promise<ReadyPicture | null> {
  const size = { width: canvas.width, height: canvas.height };
  const tries = [
    ...(format === 'png' ? [{ type: 'image/png' }] : []),
    { type: 'image/jpeg', quality: 0.92 },
    { type: 'image/jpeg', quality: 0.8 },
    { type: 'image/jpeg', quality: 0.6 },
  ];
  for (const options of tries) {
    const blob = await canvas.convertToBlob(options).catch(() => null);
    if (!blob || blob.type !== options.type) return null;
    if (blob.size > MAX_BYTES) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const mime = blob.type === 'image/png' ? 'image/png' : 'image/jpeg';
    const { facts, blob: kept } = await describePicture(bytes, mime, size, original);
    return { facts: { ...facts, scalePercent: Math.round(scale * 100) }, blob: kept };
  }
  return null;
}
