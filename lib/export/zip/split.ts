import type { ZipFile } from './writer.ts';

/** A part of what is too large for one file stays below what every file system and mail gateway of a provider takes. */
export const PART_BYTES = 1_500_000_000;
/** Headers of a file in an archive, without its name, which stands in it twice. */
const HEADER_BYTES = 76 + 64;

const sizeOf = ({ path, bytes }: ZipFile): number => bytes + 2 * path.length + HEADER_BYTES;

/**
 * The files in their order, in as few parts as keep below `limit` bytes each; a single file that is larger has a part of its own.
 * Never empty: no file at all is one empty part.
 */
export function splitFiles(files: readonly ZipFile[], limit = PART_BYTES): readonly (readonly ZipFile[])[] {
  const parts: ZipFile[][] = [[]];
  let filled = 0;
  for (const file of files) {
    const size = sizeOf(file);
    if (filled > 0 && filled + size > limit) {
      parts.push([]);
      filled = 0;
    }
    parts.at(-1)?.push(file);
    filled += size;
  }
  return parts;
}

/** `casebook-backup.zip` → `casebook-backup.part2of3.zip`; the name itself where there is one part only. */
export function partName(fileName: string, part: number, of: number): string {
  return of === 1 ? fileName : fileName.replace(/(\.[a-z]+)$/, `.part${part + 1}of${of}$1`);
}
