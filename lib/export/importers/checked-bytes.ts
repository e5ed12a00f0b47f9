import { crc32 } from '../../domain/evidence/crc32.ts';
import { imageHeader } from '../../domain/evidence/image-header.ts';
import type { ImageHeader } from '../../domain/evidence/image-header.ts';
import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import { BACKUP_LIMITS } from '../backup/backup-format.ts';
import { parseGuarded } from './json-guard.ts';
import { Refusal } from './refusal.ts';
import type { OpenEntry } from './zip-reader.ts';

/** A picture, or a file, which is never looked into here. */
export type RestoredPicture = Readonly<
  Partial<Omit<ImageHeader, 'mime'>> & {
    mime: string;
    sha256: Sha256Hex;
    crc32: number;
    bytes: number;
    blob: Blob;
  }
>;

/** All bytes of a file of an archive; `Refusal` beyond `limit`. */
export async function wholeBytes(file: OpenEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (file.bytes > limit) throw new Refusal('too-large', file.path);
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  let at = 0;
  for await (const piece of file.read()) {
    // What comes in one piece is not copied.
    if (piece.length === file.bytes) bytes = piece;
    else (bytes ??= new Uint8Array(file.bytes)).set(piece, at); // `read` never gives more than `file.bytes`
    at += piece.length;
  }
  return bytes ?? new Uint8Array(file.bytes);
}

export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256Hex> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A guarded JSON value; `hash` null: whoever calls knows the hash from nowhere yet. */
export async function jsonOf(file: OpenEntry, limit: number, hash: Sha256Hex | null): Promise<unknown> {
  const bytes = await wholeBytes(file, limit);
  if (hash !== null && (await hashOf(bytes)) !== hash) throw new Refusal('checksum', file.path);
  const guarded = parseGuarded(utf8Of(bytes, file.path), BACKUP_LIMITS.depth);
  if (!guarded.ok) throw new Refusal(guarded.code, file.path);
  return guarded.value;
}

export function utf8Of(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('not-utf8', where);
  }
}

/** Nothing is ever shown by what such a file claims to be. */
const FILE_MIME = 'application/octet-stream';
const FILE_PATH = /^files\//;

type Content = Uint8Array<ArrayBuffer>;
export type PictureFacts = Omit<RestoredPicture, 'blob'>;

/** Bytes that entries name, which have the CRC-32 of their file: their hash, and a picture by its header alone. */
async function look(file: OpenEntry, sha256: Sha256Hex, content: Content): Promise<PictureFacts> {
  if ((await hashOf(content)) !== sha256) throw new Refusal('picture-mismatch', file.path);
  const known = { sha256, crc32: file.crc32, bytes: content.length };
  if (FILE_PATH.test(file.path)) return { mime: FILE_MIME, ...known };
  const header = imageHeader(content);
  // By the header alone: decoding a picture of 65,535 × 65,535 is what an attacker wants.
  if (!header || header.width * header.height > BACKUP_LIMITS.pixels)
    throw new Refusal('bad-picture', file.path);
  return { ...header, ...known };
}

/** Bytes of this file that came another way than by reading it: all that reading it would have checked. */
export async function lookNamed(file: OpenEntry, sha256: Sha256Hex, content: Content): Promise<PictureFacts> {
  if (content.length !== file.bytes) throw new Refusal('header-mismatch', file.path);
  if (crc32(content) !== file.crc32) throw new Refusal('checksum', file.path);
  return look(file, sha256, content);
}

/** The same without a Blob, which would be another copy in another process that nobody asked for. */
export async function checkNamed(file: OpenEntry, sha256: Sha256Hex): Promise<PictureFacts> {
  return look(file, sha256, await wholeBytes(file, BACKUP_LIMITS.pictureBytes));
}

export async function readNamed(file: OpenEntry, sha256: Sha256Hex): Promise<RestoredPicture> {
  const content = await wholeBytes(file, BACKUP_LIMITS.pictureBytes);
  const facts = await look(file, sha256, content);
  return { ...facts, blob: new Blob([content], { type: facts.mime }) };
}
