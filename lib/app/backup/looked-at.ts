import type { Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { Chosen } from '../../export/importers/backup-reader.ts';
import type { PictureFacts } from '../../export/importers/checked-bytes.ts';
import type { Incoming } from './incoming.ts';

/** The same file, which remembers which pictures were read and found right. */
export function remembering(incoming: Incoming, unchanged: () => Promise<boolean>): Incoming {
  const known = new Map<Sha256Hex, PictureFacts>();
  const { source } = incoming;
  return {
    ...incoming,
    source: {
      ...source,
      known: (sha256) => known.get(sha256) ?? null,
      unchanged,
    },
    async check(sha256) {
      const facts = await incoming.check(sha256);
      if (facts !== null) known.set(sha256, facts);
      return facts;
    },
  };
}

/** A file must be older than this when it is looked at: some disks tell the time of a change to two seconds only. */
const SETTLED_MS = 4000;

/**
 * Whether chosen files are for sure as they were at this call. A browser that notices changes (Chromium, by the time of
 * the last one) rejects to read a file that was written to since it was chosen.
 * @param now ms since 1970
 */
export function watchFiles(chosen: Chosen, noticesChanges: boolean, now: number): () => Promise<boolean> {
  const files = chosen instanceof Blob ? [chosen] : chosen;
  const settled = files.every((file) => file instanceof File && file.lastModified < now - SETTLED_MS);
  if (!noticesChanges || !settled) return async () => false;
  return async () => {
    try {
      for (const file of files) await file.slice(0, 1).arrayBuffer();
      return true;
    } catch {
      return false; // Whoever reads it next hears why.
    }
  };
}
