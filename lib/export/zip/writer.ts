import { centralHeader, endRecords, localHeader } from './records.ts';

/** A file to be put into an archive. Its CRC is known beforehand, so its bytes are never read here. */
export type ZipFile = Readonly<{ path: string; bytes: number; crc32: number; parts: readonly Blob[] }>;

const SAFE_PATH = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
/** The one name that a workbook must have and that has brackets. */
const WORKBOOK_PART = '[Content_Types].xml';
const HEADERS_PER_BLOB = 4096;

/** Paths that no unpacking program can misunderstand: no spaces, no `..`, no drive, nothing outside ASCII. */
export function isSafePath(path: string): boolean {
  return (
    path.length <= 200 &&
    SAFE_PATH.test(path) &&
    !path.split('/').some((part) => part === '.' || part === '..')
  );
}

/**
 * A zip of stored (uncompressed) entries in the given order, composed of Blob parts by reference: pictures are already
 * compressed, and the browser copies their bytes from disk to disk. Times are fixed, so equal content is equal bytes.
 */
export function composeZip(files: readonly ZipFile[]): Blob {
  const encoder = new TextEncoder();
  const seen = new Set<string>();
  const parts: BlobPart[] = [];
  const directory: Blob[] = [];
  let headers: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  let directoryBytes = 0;
  for (const file of files) {
    if (!isSafePath(file.path) && file.path !== WORKBOOK_PART)
      throw new Error(`The path ${file.path} cannot be written into an archive.`);
    const lower = file.path.toLowerCase();
    if (seen.has(lower)) throw new Error(`The path ${file.path} occurs twice in an archive.`);
    seen.add(lower);
    const record = { name: encoder.encode(file.path), bytes: file.bytes, crc32: file.crc32, offset };
    const local = localHeader(record);
    parts.push(local, ...file.parts);
    offset += local.length + file.bytes;
    const central = centralHeader(record);
    headers.push(central);
    directoryBytes += central.length;
    if (headers.length >= HEADERS_PER_BLOB) {
      directory.push(new Blob(headers));
      headers = [];
    }
  }
  directory.push(new Blob(headers));
  const end = endRecords({ entries: files.length, offset, bytes: directoryBytes });
  return new Blob([...parts, ...directory, ...end], { type: 'application/zip' });
}
