import { localHeader } from './records.ts';
import type { ZipFile, ZipRun } from './writer.ts';

const FILL = 1 << 20;

/**
 * Many small files as runs of about a MB: one Blob holds them as an archive does, each behind its header. A Blob of its
 * own for each would be a trip to another process for each, twice: when it is made and when the archive is composed.
 */
export function createZipRuns<More extends object>(): Readonly<{
  /** @param more what else is to be known of the file */
  add(path: string, bytes: Uint8Array, crc32: number, more: More): void;
  /** All files in their order. */
  end(): (ZipFile & More)[];
}> {
  type Waiting = Readonly<{ file: Omit<ZipFile, 'parts' | 'run'> & More; at: number }>;
  const encoder = new TextEncoder();
  const files: (ZipFile & More)[] = [];
  let waiting: Waiting[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let filled = 0;

  function flush(): void {
    const blob = new Blob(pieces);
    const run: ZipRun = { blob, paths: waiting.map(({ file }) => file.path) };
    for (const { file, at } of waiting) {
      files.push({
        ...file,
        run,
        /** Cut out only where the run cannot be taken as it is. */
        get parts() {
          return [blob.slice(at, at + file.bytes)];
        },
      });
    }
    waiting = [];
    pieces = [];
    filled = 0;
  }

  return {
    add(path, given, crc32, more) {
      const bytes = new Uint8Array(given);
      const header = localHeader({ name: encoder.encode(path), bytes: bytes.length, crc32, offset: 0 });
      waiting.push({ file: { ...more, path, bytes: bytes.length, crc32 }, at: filled + header.length });
      pieces.push(header, bytes);
      filled += header.length + bytes.length;
      if (filled >= FILL) flush();
    },
    end() {
      flush();
      return files;
    },
  };
}
