export type Drawn = Readonly<{ width: number; height: number; close(): void }>;

/** The decoding and drawing that needs a browser; tests give their own. Both reject what cannot be decoded. */
export type AttachmentPainter<D extends Drawn = Drawn> = Readonly<{
  decode(blob: Blob): Promise<D>;
  encode(drawn: D, mime: 'image/png' | 'image/jpeg'): Promise<Uint8Array<ArrayBuffer>>;
}>;

const QUALITY = 0.95;

export const canvasPainter: AttachmentPainter<ImageBitmap> = {
  decode: (blob) => createImageBitmap(blob, { imageOrientation: 'from-image' }),
  async encode(bitmap, mime) {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gave no canvas to draw the picture on.');
    context.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: mime, quality: QUALITY });
    return new Uint8Array(await blob.arrayBuffer());
  },
};
