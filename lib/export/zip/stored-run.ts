import { localHeader } from './records.ts';
import type { ZipFile, ZipRun } from './writer.ts';

/** A file that the browser keeps, in full length as far as it says. */
export type StoredFile = Readonly<{ path: string; bytes: number; crc32: number; blob: Blob }>;

/**
 * Stored files in one Blob as an archive holds them, each behind its header. The same Blob serves to look whether they
 * can be read and to compose the archive: to put tens of thousands of them together twice takes the browser seconds.
 */
export function createStoredRun<Stored extends StoredFile>(
  stored: readonly Stored[],
): Readonly<{
  files: readonly (ZipFile & Omit<Stored, 'blob'>)[];
  /** Whether each file is still there, by a byte of it; never rejects. Of an unread run nothing says which one is lost. */
  readable(): Promise<boolean>;
}> {
  const encoder = new TextEncoder();
  const pieces: BlobPart[] = [];
  const places: Readonly<{ start: number; end: number }>[] = [];
  let filled = 0;
  for (const { path, bytes, crc32, blob } of stored) {
    const header = localHeader({ name: encoder.encode(path), bytes, crc32, offset: 0 });
    const start = filled + header.length;
    filled = start + bytes;
    pieces.push(header, blob);
    if (bytes > 0) places.push({ start, end: filled });
  }
  const whole = new Blob(pieces);
  const run: ZipRun = { blob: whole, paths: stored.map(({ path }) => path) };
  return {
    files: stored.map(({ blob, ...file }) => ({ ...file, parts: [blob], run })),
    async readable() {
      const cuts: Blob[] = [];
      let wanted = 0;
      // Cutting is a trip to another process: a cut is where two of them meet, from the last byte of one to the first of the next.
      for (const [index, { end }] of places.entries()) {
        if (index % 2 === 1) continue;
        const next = places[index + 1];
        const to = next === undefined ? end : next.start + 1;
        cuts.push(whole.slice(end - 1, to));
        wanted += to - end + 1;
      }
      try {
        return (await new Blob(cuts).arrayBuffer()).byteLength === wanted;
      } catch {
        return false;
      }
    },
  };
}
