import { createPauses } from '../chunks.ts';
import type { Work } from '../source.ts';
import { centralHeader, endRecords, localHeader } from './records.ts';

/** A file to be put into an archive. Its CRC is known beforehand, so its bytes are never read here. */
export type ZipFile = Readonly<{
  path: string;
  bytes: number;
  crc32: number;
  parts: readonly Blob[];
  /** Where it also lies, behind its header and among others, as an archive holds them. */
  run?: ZipRun;
}>;
/** Files in the order of their paths here, each behind its header. */
export type ZipRun = Readonly<{ blob: Blob; paths: readonly string[] }>;

const SAFE_PATH = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
/** The one name that a workbook must have and that has brackets. */
const WORKBOOK_PART = '[Content_Types].xml';
const PARTS_PER_BLOB = 256;
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
 * A Blob of tens of thousands of parts takes the browser three times as long to put together as one of Blobs that hold
 * some of them each (measured: `npm run bench -- backup`).
 */
function createNested(most: number) {
  const outer: Blob[] = [];
  let inner: BlobPart[] = [];
  const flush = (): void => {
    if (inner.length > 0) outer.push(new Blob(inner));
    inner = [];
  };
  return {
    add(...parts: readonly BlobPart[]): void {
      inner.push(...parts);
      if (inner.length >= most) flush();
    },
    end(): readonly Blob[] {
      flush();
      return outer;
    },
  };
}

/** The run that begins at `files[index]`, if all of its files follow. */
function runAt(files: readonly ZipFile[], index: number): ZipRun | null {
  const run = files[index]?.run;
  if (run === undefined) return null;
  const follows = (path: string, n: number): boolean => {
    const file = files[index + n];
    return file?.run === run && file.path === path;
  };
  return run.paths.every(follows) ? run : null;
}

/** One step for each file. */
function* composing(files: readonly ZipFile[]): Generator<void, Blob> {
  const encoder = new TextEncoder();
  const seen = new Set<string>();
  const contents = createNested(PARTS_PER_BLOB);
  const directory = createNested(HEADERS_PER_BLOB);
  let within = 0;
  let offset = 0;
  let directoryBytes = 0;
  for (const [index, file] of files.entries()) {
    if (!isSafePath(file.path) && file.path !== WORKBOOK_PART)
      throw new Error(`The path ${file.path} cannot be written into an archive.`);
    const lower = file.path.toLowerCase();
    if (seen.has(lower)) throw new Error(`The path ${file.path} occurs twice in an archive.`);
    seen.add(lower);
    const record = { name: encoder.encode(file.path), bytes: file.bytes, crc32: file.crc32, offset };
    const local = localHeader(record);
    const run = within > 0 ? null : runAt(files, index);
    if (run !== null) {
      contents.add(run.blob);
      within = run.paths.length;
    }
    if (within > 0) within -= 1;
    else contents.add(local, ...file.parts);
    offset += local.length + file.bytes;
    const central = centralHeader(record);
    directory.add(central);
    directoryBytes += central.length;
    yield;
  }
  const end = endRecords({ entries: files.length, offset, bytes: directoryBytes });
  return new Blob([...contents.end(), ...directory.end(), ...end], { type: 'application/zip' });
}

/**
 * A zip of stored (uncompressed) entries in the given order, composed of Blob parts by reference: pictures are already
 * compressed, and the browser copies their bytes from disk to disk. Times are fixed, so equal content is equal bytes.
 */
export function composeZip(files: readonly ZipFile[]): Blob {
  const steps = composing(files);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same for tens of thousands of files, with room for the page to draw and for somebody to stop it. */
export async function composeLargeZip(files: readonly ZipFile[], { signal, quiet }: Work): Promise<Blob> {
  const pause = createPauses(quiet);
  const steps = composing(files);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
    signal?.throwIfAborted();
  }
}
