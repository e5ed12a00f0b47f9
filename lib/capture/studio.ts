import type { PixelSize } from './picture-size.ts';
import type { RawPicture } from './screenshot.ts';

/** Where pictures are opened and drawn anew; tests give their own. */
export type Studio = Readonly<{
  /** null: it cannot be opened. */
  decode(picture: RawPicture): Promise<ImageBitmap | null>;
  canvas(size: PixelSize): OffscreenCanvas;
}>;

export const browserStudio: Studio = {
  decode: ({ bytes, mime }) => createImageBitmap(new Blob([bytes], { type: mime })).catch(() => null),
  canvas: ({ width, height }) => new OffscreenCanvas(width, height),
};
