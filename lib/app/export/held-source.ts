import type { Issue } from '../../domain/issue/issue.ts';
import type { IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { PictureBytes, ReportSource } from '../../export/source.ts';
import type { Store } from '../../storage/store-types.ts';
import { reportSource } from './report-source.ts';

/** So many issues are kept from the preview to the export; beyond, they are read again. A few KB each. */
export const HELD_ISSUES = 5000;
const CHUNK = 500;

export type HeldSource = ReportSource &
  Readonly<{
    /** Forgets what changed since it was read, so that it is read again. */
    refresh(): Promise<void>;
  }>;

/** The store, remembering what the preview has read: the export then writes what was shown, without a second reading. */
export function heldSource(store: Store): HeldSource {
  const source = reportSource(store);
  const issues = new Map<IssueId, Issue>();
  const pictures = new Map<Sha256Hex, PictureBytes>();
  return {
    heads: () => source.heads(),
    async issue(id) {
      const held = issues.get(id);
      if (held) return held;
      const issue = await source.issue(id);
      if (issue && issues.size < HELD_ISSUES) issues.set(id, issue);
      return issue;
    },
    async picture(sha256) {
      const held = pictures.get(sha256);
      if (held) return held;
      const picture = await source.picture(sha256);
      // A Blob is only a handle: its bytes stay on disk.
      if (picture && pictures.size < HELD_ISSUES) pictures.set(sha256, picture);
      return picture;
    },
    async refresh() {
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
