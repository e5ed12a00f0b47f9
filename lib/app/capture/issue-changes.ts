import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { Store } from '../../storage/types/store.ts';
import type { Done, Same } from '../client/protocol.ts';
import { BY_US, momentOf } from '../moment.ts';
import { codeOf } from './drafts.ts';

type Refusal = Extract<Done, { ok: false }>;
type Rating = Readonly<{ impact?: number | null | undefined; urgency?: number | null | undefined }>;

/** What the popup may change about an issue just recorded. Each change is one entry. */
export type IssueChanges = Readonly<{
  rate(id: IssueId, rating: Rating): Promise<Done>;
  /** Takes a finding off, or puts it back. */
  removeChip(capture: CaptureId, chipId: string, back?: boolean): Promise<Done>;
  /** Undo moves the issue to the trash, redo brings it back; doing it twice changes nothing. */
  trash(capture: CaptureId, trashed: boolean): Promise<Done>;
  /** Issues that the capture may be another occurrence of. */
  same(capture: CaptureId): Promise<Same | Refusal>;
  /** Makes it an occurrence of that issue; null: an issue of its own again. */
  again(capture: CaptureId, to: IssueId | null): Promise<Done>;
}>;

/** More would not be read at a glance. */
const MOST_SAME = 3;

export function createIssueChanges(
  store: Pick<Store, 'append' | 'issue' | 'issueOfCapture' | 'suggest'>,
  now: () => Date,
): IssueChanges {
  const stamp = () => ({ ...momentOf(now()), ...BY_US });

  async function write(entry: NewEntry | readonly NewEntry[]): Promise<Done> {
    const appended = await store.append(entry);
    return appended.ok ? { ok: true } : { ok: false, code: appended.code };
  }
  const moved = (issueId: IssueId, captureId: CaptureId, to: IssueId): NewEntry => ({
    ...stamp(),
    kind: 'occurrence.moved',
    issueId,
    body: { captureId, to },
  });
  async function guarded<T>(work: () => Promise<T | Refusal>): Promise<T | Refusal> {
    try {
      return await work();
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    }
  }
  async function ofCapture<T>(
    capture: CaptureId,
    work: (id: IssueId) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    return guarded(async () => {
      const id = await store.issueOfCapture(capture);
      return id ? work(id) : { ok: false, code: 'unknown-capture' };
    });
  }
  return {
    rate: (issueId, { impact, urgency }) =>
      guarded<Done>(() => {
        const body = {
          ...(impact === undefined ? {} : { impact }),
          ...(urgency === undefined ? {} : { urgency }),
        };
        return write({ ...stamp(), kind: 'issue.prioritised', issueId, body });
      }),
    removeChip: (captureId, chipId, back = false) =>
      ofCapture(captureId, (issueId) => {
        const kind = back ? 'evidence.restored' : 'evidence.removed';
        return write({ ...stamp(), kind, issueId, body: { captureId, chipIds: [chipId] } });
      }),
    trash: (capture, trashed) =>
      ofCapture(capture, async (issueId) => {
        const issue = await store.issue(issueId);
        if (!issue) return { ok: false, code: 'no-such-issue' };
        if (issue.trashed === trashed) return { ok: true };
        const entry: NewEntry = {
          ...stamp(),
          kind: trashed ? 'issue.trashed' : 'issue.restored',
          issueId,
          body: {},
        };
        // Only what stands alone can be taken back alone.
        return write(issue.id === issueId ? entry : [moved(issueId, capture, issueId), entry]);
      }),
    same: (capture) =>
      ofCapture(capture, async (id) => ({ ok: true, same: await store.suggest(id, MOST_SAME) })),
    again: (capture, to) =>
      ofCapture(capture, async (id) =>
        to === null || (await store.issue(to))
          ? write(moved(id, capture, to ?? id))
          : { ok: false, code: 'no-such-issue' },
      ),
  };
}
