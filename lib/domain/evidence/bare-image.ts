/** A picture's file holds something that this program does not know or that is cut off. */
export type BareImage =
  Readonly<{ ok: true; bytes: Uint8Array<ArrayBuffer> }> | Readonly<{ ok: false; code: 'not-an-image' }>;

const NOT_AN_IMAGE: BareImage = { ok: false, code: 'not-an-image' };

type Bytes = Uint8Array<ArrayBuffer>;
type Part = readonly [from: number, to: number];

/**
 * The same picture with nothing in its file but the picture: one stream, no comments, no profile, no camera data,
 * nothing behind its end. What cannot be followed to its end is refused, never passed on. The same bytes where there is
 * nothing to take out.
 */
export function bareImage(bytes: Bytes, mime: string): BareImage {
  const parts = partsOf(bytes, mime);
  if (parts === null) return NOT_AN_IMAGE;
  const length = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  if (length === bytes.length && mime !== 'image/webp') return { ok: true, bytes };
  const kept = joined(bytes, parts, length);
  if (mime === 'image/webp') new DataView(kept.buffer).setUint32(4, kept.length - 8, true);
  return { ok: true, bytes: kept };
}

function partsOf(bytes: Bytes, mime: string): readonly Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mime) {
    case 'image/png':
      return pngParts(view);
    case 'image/jpeg':
      return jpegParts(view);
    case 'image/webp':
      return webpParts(view);
    default:
      return null;
  }
}

function joined(bytes: Bytes, parts: readonly Part[], length: number): Bytes {
  const kept = new Uint8Array(length);
  let at = 0;
  for (const [from, to] of parts) {
    kept.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return kept;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

const PNG_SIGNATURE = [0x89504e47, 0x0d0a1a0a] as const;
/** Chunks that the picture cannot be shown without (PNG, third edition, 5.6), and its transparency. */
const PNG_KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

function pngParts(view: DataView): readonly Part[] | null {
  if (view.byteLength < 8 || PNG_SIGNATURE.some((word, i) => view.getUint32(i * 4) !== word)) return null;
  const parts: Part[] = [[0, 8]];
  let at = 8;
  while (at + 12 <= view.byteLength) {
    const end = at + 12 + view.getUint32(at);
    if (end > view.byteLength) return null;
    const kind = tag(view, at + 4);
    if (PNG_KEPT.has(kind)) parts.push([at, end]);
    if (kind === 'IEND') return parts;
    at = end;
  }
  return null;
}

const JPEG = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, jfif: 0xe0, adobe: 0xee } as const;

/** JFIF's header, which says the pixel form, and Adobe's, which says the colour transform, stay; all other APPn go. */
function isKeptSegment(view: DataView, marker: number, at: number): boolean {
  if (marker === JPEG.comment) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = at + 8 <= view.byteLength ? tag(view, at + 4) : '';
  return (marker === JPEG.jfif && name === 'JFIF') || (marker === JPEG.adobe && name === 'Adob');
}

function jpegParts(view: DataView): readonly Part[] | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xff00 + JPEG.start) return null;
  const parts: Part[] = [[0, 2]];
  let at = 2;
  let scanned = false;
  while (at + 2 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // Fill bytes may stand before a marker (T.81, B.1.1.2).
      continue;
    }
    if (marker === JPEG.end) {
      parts.push([at, at + 2]);
      return scanned ? parts : null;
    }
    if (at + 4 > view.byteLength) return null;
    let end = at + 2 + view.getUint16(at + 2);
    if (marker === JPEG.scan) {
      scanned = true;
      end = endOfScan(view, end);
    }
    if (end > view.byteLength) return null;
    if (isKeptSegment(view, marker, at)) parts.push([at, end]);
    at = end;
  }
  return null;
}

/** Coded data go on until a marker that is neither an escaped 0xFF nor a restart. */
function endOfScan(view: DataView, from: number): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return view.byteLength + 1;
}

/** The simple form (RFC 9649, 2.5, 2.6): one VP8 or VP8L chunk. The extended form's picture is lifted out of it. */
function webpParts(view: DataView): readonly Part[] | null {
  if (view.byteLength < 20 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WEBP') return null;
  let at = 12;
  while (at + 8 <= view.byteLength) {
    const kind = tag(view, at);
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > view.byteLength) return null;
    // A picture with transparency in a chunk of its own, or several pictures, is not one stream.
    if (kind === 'ALPH' || kind === 'ANIM' || kind === 'ANMF') return null;
    if (kind === 'VP8 ' || kind === 'VP8L') {
      return [
        [0, 12],
        [at, end],
      ];
    }
    at = end;
  }
  return null;
}
