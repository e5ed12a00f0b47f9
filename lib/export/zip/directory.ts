import { MAX16, MAX32, SIGNATURE } from './records.ts';

/** One line of a zip's directory, as the archive claims it; nothing of it is trusted. */
export type ZipEntry = Readonly<{
  path: string;
  method: number;
  flags: number;
  crc32: number;
  packed: number;
  bytes: number;
  offset: number;
  symlink: boolean;
}>;

export type DirectoryProblem = 'not-a-zip' | 'damaged' | 'too-many-entries' | 'bad-name' | 'spanned';
export type DirectoryResult =
  | Readonly<{ ok: true; entries: readonly ZipEntry[]; start: number }>
  | Readonly<{ ok: false; code: DirectoryProblem }>;

const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_DIRECTORY = 256 << 20;

async function slice(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}

function big(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.NaN : Number(value);
}

/** Position of the end record: it must end exactly where the file ends, so nothing can hide behind it. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== SIGNATURE.end) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return -1;
}

type End = Readonly<{ entries: number; bytes: number; offset: number; endAt: number }>;

async function readEnd(blob: Blob): Promise<End | DirectoryProblem> {
  if (blob.size < END_BYTES) return 'not-a-zip';
  const from = Math.max(0, blob.size - END_BYTES - MAX_COMMENT);
  const tail = await slice(blob, from, blob.size);
  const at = findEnd(tail);
  if (at < 0) return 'not-a-zip';
  if (tail.getUint16(at + 4, true) !== 0 || tail.getUint16(at + 6, true) !== 0) return 'spanned';
  const entries = tail.getUint16(at + 10, true);
  if (tail.getUint16(at + 8, true) !== entries) return 'damaged';
  const bytes = tail.getUint32(at + 12, true);
  const offset = tail.getUint32(at + 16, true);
  const endAt = from + at;
  if (entries !== MAX16 && bytes !== MAX32 && offset !== MAX32) return { entries, bytes, offset, endAt };
  if (endAt < 20) return 'damaged';
  const locator = await slice(blob, endAt - 20, endAt);
  if (locator.getUint32(0, true) !== SIGNATURE.locator64) return { entries, bytes, offset, endAt };
  const at64 = big(locator, 8);
  if (!(at64 >= 0 && at64 + 56 <= endAt - 20)) return 'damaged';
  const end64 = await slice(blob, at64, at64 + 56);
  if (end64.getUint32(0, true) !== SIGNATURE.end64) return 'damaged';
  return { entries: big(end64, 32), bytes: big(end64, 40), offset: big(end64, 48), endAt: at64 };
}

/** Sizes and offset that did not fit, from extra field 0x0001. */
function zip64Values(view: DataView, at: number, length: number): number[] {
  for (let i = at; i + 4 <= at + length;) {
    const id = view.getUint16(i, true);
    const size = view.getUint16(i + 2, true);
    if (i + 4 + size > at + length) return [];
    if (id === 0x0001)
      return Array.from({ length: Math.floor(size / 8) }, (_, k) => big(view, i + 4 + k * 8));
    i += 4 + size;
  }
  return [];
}

function readEntry(
  view: DataView,
  at: number,
  decoder: TextDecoder,
): (ZipEntry & { next: number }) | DirectoryProblem {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== SIGNATURE.central) return 'damaged';
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const next = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
  if (next > view.byteLength) return 'damaged';
  let path: string;
  try {
    path = decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes));
  } catch {
    return 'bad-name';
  }
  const wide = zip64Values(view, at + 46 + nameBytes, extraBytes);
  const widened = (value: number) => (value === MAX32 && wide.length > 0 ? (wide.shift() ?? value) : value);
  const bytes = widened(view.getUint32(at + 24, true));
  const packed = widened(view.getUint32(at + 20, true));
  const offset = widened(view.getUint32(at + 42, true));
  const unix = view.getUint8(at + 5) === 3;
  const symlink = unix && view.getUint32(at + 38, true) >>> 28 === 0o12;
  return {
    path,
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc32: view.getUint32(at + 16, true),
    packed,
    bytes,
    offset,
    symlink,
    next,
  };
}

/** Reads the directory of a zip, within limits that are checked before anything is read. */
export async function readDirectory(blob: Blob, maxEntries: number): Promise<DirectoryResult> {
  const end = await readEnd(blob);
  if (typeof end === 'string') return { ok: false, code: end };
  if (!(end.entries >= 0 && end.entries <= maxEntries) || end.bytes > MAX_DIRECTORY) {
    return { ok: false, code: 'too-many-entries' };
  }
  if (!(end.offset >= 0 && end.bytes >= 0 && end.offset + end.bytes === end.endAt))
    return { ok: false, code: 'damaged' };
  const view = await slice(blob, end.offset, end.offset + end.bytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < end.entries; i++) {
    const read = readEntry(view, at, decoder);
    if (typeof read === 'string') return { ok: false, code: read };
    const { next, ...entry } = read;
    at = next;
    entries.push(entry);
  }
  return at === view.byteLength ? { ok: true, entries, start: end.offset } : { ok: false, code: 'damaged' };
}
