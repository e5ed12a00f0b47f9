import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { Store } from '../../storage/store-types.ts';
import type { Done } from '../client/protocol.ts';
import { BY_US, momentOf } from '../moment.ts';
import { codeOf } from './drafts.ts';

type Rating = Readonly<{ impact?: number | null | undefined; urgency?: number | null | undefined }>;

/** What the popup may change about an issue just recorded. Each change is one entry. */
export type IssueChanges = Readonly<{
  rate(id: IssueId, rating: Rating): Promise<Done>;
  removeChip(capture: CaptureId, chipId: string): Promise<Done>;
  /** Undo moves the issue to the trash, redo brings it back; doing it twice changes nothing. */
  trash(capture: CaptureId, trashed: boolean): Promise<Done>;
}>;

export function createIssueChanges(
  store: Pick<Store, 'append' | 'issue' | 'issueOfCapture'>,
  now: () => Date,
): IssueChanges {
  const stamp = () => ({ ...momentOf(now()), ...BY_US });

  async function write(entry: NewEntry): Promise<Done> {
    const appended = await store.append(entry);
    return appended.ok ? { ok: true } : { ok: false, code: appended.code };
  }
  async function guarded(work: () => Promise<Done>): Promise<Done> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    }
  }
  async function ofCapture(capture: CaptureId, work: (id: IssueId) => Promise<Done>): Promise<Done> {
    return guarded(async () => {
      const id = await store.issueOfCapture(capture);
      return id ? work(id) : { ok: false, code: 'unknown-capture' };
    });
  }
  return {
    rate: (issueId, { impact, urgency }) =>
      guarded(() => {
        const body = {
          ...(impact === undefined ? {} : { impact }),
          ...(urgency === undefined ? {} : { urgency }),
        };
        return write({ ...stamp(), kind: 'issue.prioritised', issueId, body });
      }),
    removeChip: (captureId, chipId) =>
      ofCapture(captureId, (issueId) =>
        write({ ...stamp(), kind: 'evidence.removed', issueId, body: { captureId, chipIds: [chipId] } }),
      ),
    trash: (capture, trashed) =>
      ofCapture(capture, async (issueId) => {
        const issue = await store.issue(issueId);
        if (!issue) return { ok: false, code: 'no-such-issue' };
        if (issue.trashed === trashed) return { ok: true };
        return write({ ...stamp(), kind: trashed ? 'issue.trashed' : 'issue.restored', issueId, body: {} });
      }),
  };
}
