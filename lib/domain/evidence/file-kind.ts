import type { FileKind } from '../issue/evidence-bodies.ts';
import { imageHeader } from './image-header.ts';
import type { ImageHeader } from './image-header.ts';
import { decodedText } from './text-bytes.ts';
import type { TextEncoding } from './text-bytes.ts';

type Sized = Readonly<{ width: number; height: number }>;

/** What a file is by its own bytes, whatever it is called and whatever the browser says it is. */
export type Recognised =
  /** Stored as a picture. */
  | Readonly<{ what: 'picture' } & ImageHeader>
  /** A picture that is stored as PNG. */
  | Readonly<{ what: 'foreign-picture'; mime: 'image/gif' | 'image/bmp' | 'image/avif' } & Sized>
  | Readonly<{ what: 'text' | 'mail' | 'har'; encoding: TextEncoding }>
  | Readonly<{ what: 'pdf' | 'other' }>
  | Readonly<{ what: 'empty' }>;

/** So many bytes are enough for everything but the question whether all of it is text. */
const HEAD = 4096;

export function recognised(bytes: Uint8Array<ArrayBuffer>): Recognised {
  if (bytes.length === 0) return { what: 'empty' };
  const picture = imageHeader(bytes);
  if (picture !== null) return { what: 'picture', ...picture };
  const foreign = foreignPicture(bytes);
  if (foreign !== null) return foreign;
  if (starts(bytes, '%PDF-')) return { what: 'pdf' };
  const text = decodedText(bytes);
  // Packed files, programs, Office: what is no text is not looked into.
  if (text === null) return { what: 'other' };
  const { encoding, text: whole } = text;
  if (isMail(whole.slice(0, 16 * HEAD))) return { what: 'mail', encoding };
  return { what: isHar(whole.slice(0, HEAD)) ? 'har' : 'text', encoding };
}

/** How the log calls it and which type it is given; never one that a browser would run. */
export function fileFacts(what: 'text' | 'mail' | 'har' | 'pdf' | 'other'): Readonly<{
  kind: FileKind;
  mime: string;
}> {
  return { kind: what, mime: MIME[what] };
}

const MIME = {
  text: 'text/plain',
  mail: 'message/rfc822',
  har: 'application/json',
  pdf: 'application/pdf',
  other: 'application/octet-stream',
} as const;

function starts(bytes: Uint8Array, signature: string, at = 0): boolean {
  for (let i = 0; i < signature.length; i += 1) {
    if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

function foreignPicture(bytes: Uint8Array): Recognised | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 10 && (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')))
    return sized('image/gif', view.getUint16(6, true), view.getUint16(8, true));
  // A text may begin with BM; a bitmap also says the size of its header (BITMAPINFOHEADER and later).
  if (bytes.length >= 26 && starts(bytes, 'BM') && [40, 52, 56, 108, 124].includes(view.getUint32(14, true)))
    return sized('image/bmp', Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
  if (starts(bytes, 'ftypavif', 4)) return avif(bytes, view);
  return null;
}

/** The size stands in the box `ispe` (ISO/IEC 23008-12, 6.5.3): version and flags, width, height. */
function avif(bytes: Uint8Array, view: DataView): Recognised | null {
  const end = Math.min(bytes.length - 16, HEAD);
  for (let at = 12; at < end; at += 1)
    if (starts(bytes, 'ispe', at))
      return sized('image/avif', view.getUint32(at + 8), view.getUint32(at + 12));
  return null;
}

function sized(
  mime: 'image/gif' | 'image/bmp' | 'image/avif',
  width: number,
  height: number,
): Recognised | null {
  return width > 0 && height > 0 ? { what: 'foreign-picture', mime, width, height } : null;
}

const HEADER_LINE = /^[!-9;-~]{1,76}:(?:[ \t]|$)/u;
/** Of these a mail has several before its first empty line (RFC 5322, 3.6). */
const MAIL_FIELDS =
  /^(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|reply-to|delivered-to|content-type|x-unsent):/iu;

function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/u, 200);
  const end = lines.indexOf('');
  const header = end < 0 ? lines : lines.slice(0, end);
  if (!HEADER_LINE.test(header[0] ?? '')) return false;
  const known = header.filter((line) => MAIL_FIELDS.test(line));
  return (
    known.length >= 2 &&
    known.some((line) => /^(?:from|received|message-id|x-unsent):/iu.test(line)) &&
    header.every((line, i) => HEADER_LINE.test(line) || (i > 0 && /^[ \t]/u.test(line)))
  );
}

/** A HAR file's first name is `log` (HAR 1.2). Whether the rest is one shows when it is read. */
function isHar(head: string): boolean {
  return /^\s*\{\s*"log"\s*:\s*\{/u.test(head);
}
