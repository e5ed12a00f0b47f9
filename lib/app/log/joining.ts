import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { AbsorbedIssue } from '../../domain/issue/absorbed.ts';
import type { Store } from '../../storage/types/store.ts';
import type { EditResult } from './edits.ts';
import { createStamp } from './stamp.ts';

/** Saying that issues are one problem, and that they are not. Each can be taken back; nothing is lost either way. */
export type Joining = Readonly<{
  /** `stays` is the one whose number and title the others go by from now on. */
  merge(stays: IssueId, others: readonly IssueId[]): Promise<EditResult>;
  /** What became a part of an issue stands on its own again. */
  split(part: Part, outOf: IssueId): Promise<EditResult>;
}>;

export type Part = Pick<AbsorbedIssue, 'issueId' | 'how'> & Readonly<{ captureId: CaptureId }>;

type Deps = Readonly<{ store: Pick<Store, 'append'>; now: () => Date; zone: () => string }>;

export function createJoining({ store, now, zone }: Deps): Joining {
  const stamp = createStamp(now, zone);

  async function write(entries: readonly NewEntry[], undo: () => Promise<EditResult>): Promise<EditResult> {
    const result = await store.append(entries);
    return result.ok ? { ok: true, masked: 0, undo } : result;
  }
  const merged = (issueId: IssueId, into: IssueId): NewEntry => ({
    ...stamp(),
    kind: 'issue.merged',
    issueId,
    body: { into },
  });
  const alone = (issueId: IssueId, outOf: IssueId): NewEntry => ({
    ...stamp(),
    kind: 'issue.split',
    issueId,
    body: { outOf },
  });

  function merge(stays: IssueId, others: readonly IssueId[]): Promise<EditResult> {
    const apart = (): Promise<EditResult> =>
      write(
        others.map((id) => alone(id, stays)),
        () => merge(stays, others),
      );
    return write(
      others.map((id) => merged(id, stays)),
      apart,
    );
  }
  function split(part: Part, outOf: IssueId): Promise<EditResult> {
    const { issueId, how, captureId } = part;
    // As it was before: by "Again", or joined in the log.
    const back = (): NewEntry =>
      how === 'merged'
        ? merged(issueId, outOf)
        : { ...stamp(), kind: 'occurrence.moved', issueId, body: { captureId, to: outOf } };
    return write([alone(issueId, outOf)], () => write([back()], () => split(part, outOf)));
  }
  return { merge, split };
}
