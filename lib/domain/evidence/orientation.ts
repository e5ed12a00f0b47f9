const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/**
 * How a JPEG has to be turned, 1 (as it is) to 8, as its camera wrote it (Exif 2.32, 4.6.4 A). 1 where it does not say.
 */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 10 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda || marker === 0xd9) return 1;
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && view.getUint32(at + 4) === EXIF) return inTiff(view, at + 10, at + 2 + length);
    at += 2 + length;
  }
  return 1;
}

function inTiff(view: DataView, start: number, end: number): number {
  const limit = Math.min(end, view.byteLength);
  if (start + 8 > limit) return 1;
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  if (directory + 2 > limit) return 1;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i += 1) {
    const at = directory + 2 + i * 12;
    if (at + 12 > limit) return 1;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
