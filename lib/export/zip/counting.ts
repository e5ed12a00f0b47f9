import { crc32 } from '../../domain/evidence/crc32.ts';
import type { Work } from '../source.ts';

const MB = 1_000_000;

/** Tells how far a pass over bytes is, in MB from `from` on, of `total` bytes; stops where the work was stopped. */
export function countingPass({ signal, onProgress }: Work, from: number, total: number) {
  let bytes = 0;
  let crc = 0;
  return {
    take(chunk: Uint8Array): void {
      signal?.throwIfAborted();
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      const [done, all] = [from + bytes, total].map((value) => Math.ceil(value / MB));
      onProgress?.({ done: done ?? 0, total: all ?? 0, what: 'megabytes' });
    },
    found: () => ({ bytes, crc }),
  };
}
