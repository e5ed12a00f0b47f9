import { readDirectory } from './directory.ts';
import { SIGNATURE } from './records.ts';
import { crc32 } from '../../domain/evidence/crc32.ts';
import type { ZipFile } from './writer.ts';

export type ZipVerified = Readonly<{ ok: true } | { ok: false; problem: string }>;

const PIECE = 4 << 20;
const LOCAL_BYTES = 30;

/** Reads a Blob forward through one piece at a time: slicing a Blob of thousands of parts is what costs. */
function windowOf(blob: Blob, signal?: AbortSignal) {
  let from = 0;
  let bytes = new Uint8Array();
  return async (at: number, end: number): Promise<Uint8Array> => {
    if (at < from || end > from + bytes.length) {
      signal?.throwIfAborted();
      from = at;
      bytes = new Uint8Array(await blob.slice(at, Math.max(end, at + PIECE)).arrayBuffer());
    }
    return bytes.subarray(at - from, end - from);
  };
}
type Window = ReturnType<typeof windowOf>;

async function crcOf(read: Window, start: number, end: number): Promise<number> {
  let crc = 0;
  for (let at = start; at < end; at += PIECE) crc = crc32(await read(at, Math.min(at + PIECE, end)), crc);
  return crc;
}

/**
 * Reads a finished archive back and compares it with what was meant to be in it: number, names, sizes and CRCs of the
 * directory, the whole length, and the bytes of every file in `reread`. The rest (pictures) is only referred to; their
 * first bytes were read when they were added.
 */
export async function verifyZip(
  blob: Blob,
  files: readonly ZipFile[],
  reread: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ZipVerified> {
  const found = await readDirectory(blob, Number.MAX_SAFE_INTEGER);
  if (!found.ok) return { ok: false, problem: `directory ${found.code}` };
  const read = windowOf(blob, signal);
  if (found.entries.length !== files.length) return { ok: false, problem: 'number of entries' };
  for (const [index, file] of files.entries()) {
    const entry = found.entries[index];
    if (!entry || entry.path !== file.path) return { ok: false, problem: `name of ${file.path}` };
    if (entry.bytes !== file.bytes || entry.packed !== file.bytes)
      return { ok: false, problem: `size of ${file.path}` };
    if (entry.crc32 !== file.crc32) return { ok: false, problem: `checksum of ${file.path}` };
    const end = found.entries[index + 1]?.offset ?? found.start;
    if (end - entry.offset < LOCAL_BYTES + file.path.length + file.bytes) {
      return { ok: false, problem: `place of ${file.path}` };
    }
    if (!reread.has(file.path)) continue;
    const start = end - file.bytes;
    const header = await read(entry.offset, entry.offset + LOCAL_BYTES);
    const local = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (local.getUint32(0, true) !== SIGNATURE.local || local.getUint32(14, true) !== file.crc32) {
      return { ok: false, problem: `header of ${file.path}` };
    }
    if ((await crcOf(read, start, end)) !== file.crc32) {
      return { ok: false, problem: `content of ${file.path}` };
    }
  }
  return { ok: true };
}
