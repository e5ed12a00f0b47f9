import { ATTACHMENT_LIMITS } from '../../domain/evidence/attachment-limits.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { EditResult } from '../log/edits.ts';
import type { Prepared, Refused } from './prepared.ts';

export type AddingWork = Readonly<{
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;
export type Looked = Readonly<{ prepared: readonly Prepared[]; refused: readonly Refused[] }>;
export type Added =
  | Readonly<{
      ok: true;
      added: number;
      masked: number;
      leftOut: number;
      refused: readonly Refused[];
      /** Takes them off again; null when none was added. */
      undo: (() => Promise<EditResult>) | null;
    }>
  | StorageFailure
  | Readonly<{ ok: false; code: 'cancelled' }>;

/** Those that the issue has room for and does not have yet. */
export function fitting(
  issue: Issue,
  { prepared }: Looked,
): Readonly<{ taken: readonly Prepared[]; refused: readonly Refused[] }> {
  const { items, issueBytes } = ATTACHMENT_LIMITS;
  const here = [...issue.pictures.map(({ picture }) => picture), ...issue.files.map(({ file }) => file)];
  const known = new Set(here.map(({ sha256 }) => sha256));
  let count = here.length;
  let bytes = here.reduce((sum, one) => sum + one.bytes, 0);
  const taken: Prepared[] = [];
  const refused: Refused[] = [];
  for (const one of prepared) {
    const { name, blob } = one;
    if (known.has(blob.sha256)) {
      refused.push({ ok: false, code: 'already-there', name });
    } else if (count >= items || bytes + blob.bytes > issueBytes) {
      refused.push({ ok: false, code: 'issue-full', name, limit: count >= items ? items : issueBytes });
    } else {
      taken.push(one);
      known.add(blob.sha256);
      count += 1;
      bytes += blob.bytes;
    }
  }
  return { taken, refused };
}
