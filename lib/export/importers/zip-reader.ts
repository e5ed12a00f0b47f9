import { crc32 } from '../../domain/evidence/crc32.ts';
import { readDirectory } from '../zip/directory.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { holdsZip, lockedEntry } from '../zip/locked.ts';
import { SIGNATURE } from '../zip/records.ts';
import { isSafePath } from '../zip/writer.ts';
import { forwardReader, refusedIfGone, type ReadPart } from './forward-reader.ts';
import { Refusal } from './refusal.ts';

/**
 * An entry of a checked archive. `read` gives its real bytes in pieces, never more than were claimed; once it has given
 * the last of them, they have this CRC-32.
 */
export type OpenEntry = Readonly<{
  path: string;
  bytes: number;
  crc32: number;
  read(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /**
   * Where these bytes lie in the file as they are, by its directory alone: nothing of it is read, and bytes behind them
   * would shift it. null: they are packed.
   */
  place(mime: string): Blob | null;
}>;

const LOCAL_BYTES = 30;
const PIECE = 1 << 20;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;

/** Real limits on what comes out: sizes in headers are claims. */
export type UnpackLimits = Readonly<{ unpackedBytes: number; ratio: number }>;

/** An entry, and where the next one begins. */
type Place = Readonly<{ entry: ZipEntry; end: number }>;

/** What a name and the extra fields behind it may take besides. */
const HEAD_BYTES = 512;

/** Where the bytes of an entry begin; `head`: what was read from its place on, which may hold them already. */
function dataStart(head: Uint8Array, entry: ZipEntry): number {
  const local = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== SIGNATURE.local)
    throw new Refusal('header-mismatch');
  const nameBytes = local.getUint16(26, true);
  const name = new TextDecoder().decode(head.subarray(LOCAL_BYTES, LOCAL_BYTES + nameBytes));
  if (name !== entry.path || local.getUint16(8, true) !== entry.method) throw new Refusal('header-mismatch');
  return LOCAL_BYTES + nameBytes + local.getUint16(28, true);
}

async function* pieces(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += PIECE)
    yield new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer());
}

async function* inflated(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* counted(
  file: Blob,
  { entry, end }: Place,
  limits: UnpackLimits,
  read: ReadPart,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // Asking for bytes costs a trip to another process, however few they are: header and content in one.
  const small = entry.packed <= PIECE ? entry.packed : 0;
  const asked = Math.min(end, entry.offset + LOCAL_BYTES + HEAD_BYTES + small);
  const head = await read(entry.offset, asked);
  const inHead = dataStart(head, entry);
  const start = entry.offset + inHead;
  if (start + entry.packed > end) throw new Refusal('overlap', entry.path);
  const known = head.subarray(inHead, inHead + entry.packed);
  const whole = known.length === entry.packed;
  const packed = () => (whole ? new Blob([known]) : file.slice(start, start + entry.packed));
  const stored = () => (whole ? [known] : pieces(packed()));
  let bytes = 0;
  let crc = 0;
  for await (const piece of entry.method === 0 ? stored() : inflated(packed())) {
    bytes += piece.length;
    if (bytes > entry.bytes) throw new Refusal('header-mismatch');
    if (bytes > limits.unpackedBytes) throw new Refusal('too-large');
    if (bytes > PIECE && bytes > entry.packed * limits.ratio) throw new Refusal('bomb');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (bytes !== entry.bytes) throw new Refusal('header-mismatch');
  if (crc !== entry.crc32) throw new Refusal('checksum');
}

async function* readable<T>(read: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* read;
  } catch (error) {
    throw refusedIfGone(error);
  }
}

/** Checks what the directory claims and gives, per entry, where the next one begins. */
function checkEntries(
  entries: readonly ZipEntry[],
  size: number,
  limits: UnpackLimits,
): Map<ZipEntry, number> {
  const names = new Set<string>();
  const locked = lockedEntry(entries);
  if (locked !== null && holdsZip(locked)) throw new Refusal('password-needed');
  for (const entry of entries) {
    const path = entry.path.endsWith('/') ? entry.path.slice(0, -1) : entry.path;
    if (entry.symlink || !isSafePath(path)) throw new Refusal('bad-name');
    const lower = path.toLowerCase();
    if (names.has(lower)) throw new Refusal('zip-duplicate', path);
    names.add(lower);
    if (entry.flags & ENCRYPTED) throw new Refusal('encrypted', path);
    if (entry.method !== 0 && entry.method !== 8) throw new Refusal('method', path);
    if (entry.method === 0 && entry.packed !== entry.bytes) throw new Refusal('header-mismatch', path);
    if (!(entry.bytes >= 0 && entry.packed >= 0 && entry.offset >= 0)) throw new Refusal('damaged', path);
    if (entry.offset + entry.packed > size) throw new Refusal('damaged', path);
    if (entry.method === 8 && entry.bytes > limits.unpackedBytes) throw new Refusal('too-large', path);
  }
  const byPlace = [...entries].sort((a, b) => a.offset - b.offset);
  const ends = new Map<ZipEntry, number>();
  for (const [index, entry] of byPlace.entries()) {
    const end = byPlace[index + 1]?.offset ?? size;
    if (entry.offset + LOCAL_BYTES + entry.packed > end) throw new Refusal('overlap', entry.path);
    ends.set(entry, end);
  }
  return ends;
}

/**
 * Opens an archive from outside. Everything its directory claims is checked before a byte of an entry is read:
 * names, duplicates, overlaps, encryption, sizes. Reads stored and deflated entries. Throws `Refusal`.
 */
export async function openZip(
  file: Blob,
  maxEntries: number,
  limits: UnpackLimits,
): Promise<ReadonlyMap<string, OpenEntry>> {
  const directory = await readDirectory(file, maxEntries);
  if (!directory.ok) throw new Refusal(directory.code);
  const ends = checkEntries(directory.entries, directory.start, limits);
  const forward = forwardReader(file);
  const open = new Map<string, OpenEntry>();
  for (const entry of directory.entries) {
    if (entry.path.endsWith('/')) continue;
    const end = ends.get(entry) ?? directory.start;
    open.set(entry.path, {
      path: entry.path,
      bytes: entry.bytes,
      crc32: entry.crc32,
      read: () => readable(counted(file, { entry, end }, limits, forward)),
      place: (mime) => (entry.method === 0 ? file.slice(end - entry.packed, end, mime) : null),
    });
  }
  return open;
}
