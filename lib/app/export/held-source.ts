import type { Issue } from '../../domain/issue/issue.ts';
import type { IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { PictureBytes, ReportSource } from '../../export/source.ts';
import type { Store } from '../../storage/types/store.ts';
import { flattenedSource } from '../pictures/flat-source.ts';
import type { FlatOptions } from '../pictures/flat-source.ts';
import { reportSource } from './report-source.ts';

/** So many issues are kept from the preview to the export; beyond, they are read again. A few KB each. */
const HELD_ISSUES = 5000;
const CHUNK = 500;

export type HeldSource = ReportSource &
  Readonly<{
    /** Before the first reading: remembers where the ledgers stand. */
    begin(): Promise<void>;
    /** Forgets what changed since it was read, so that it is read again. */
    refresh(): Promise<void>;
  }>;

/** Reads what is not held yet, and holds it as long as there is room. */
async function through<K, V>(
  held: Map<K, V>,
  keys: readonly K[],
  read: (keys: readonly K[]) => Promise<readonly (V | null)[]>,
): Promise<readonly (V | null)[]> {
  const lacking = keys.filter((key) => !held.has(key));
  if (lacking.length === 0) return keys.map((key) => held.get(key) ?? null);
  const found = new Map<K, V | null>();
  const values = await read(lacking);
  lacking.forEach((key, index) => {
    const value = values[index] ?? null;
    found.set(key, value);
    if (value !== null && held.size < HELD_ISSUES) held.set(key, value);
  });
  return keys.map((key) => found.get(key) ?? held.get(key) ?? null);
}

/** The store, remembering what the preview has read: the export then writes what was shown, without a second reading. */
export function heldSource(store: Store, flat: FlatOptions): HeldSource {
  const source = flattenedSource(reportSource(store), flat);
  const issues = new Map<IssueId, Issue>();
  // A Blob is only a handle: its bytes stay on disk.
  const pictures = new Map<Sha256Hex, PictureBytes>();
  let before: string | null = null;
  const heads = async (): Promise<string> => JSON.stringify(await source.heads());
  return {
    heads: () => source.heads(),
    async begin() {
      before = await heads();
    },
    issues: (ids) => through(issues, ids, source.issues),
    pictures: (hashes) => through(pictures, hashes, source.pictures),
    async refresh() {
      const now = await heads();
      // Every change is an entry: when no ledger has grown, nothing changed.
      if (now === before) return;
      before = now;
      const ids = [...issues.keys()];
      for (let at = 0; at < ids.length; at += CHUNK) {
        const some = ids.slice(at, at + CHUNK);
        const rows = await store.rowsOf(some);
        some.forEach((id, index) => {
          if (rows[index]?.changedAt !== issues.get(id)?.changedAt) issues.delete(id);
        });
      }
    },
  };
}
