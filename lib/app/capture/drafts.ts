import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import { totalMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { BY_US, momentOf } from '../moment.ts';
import type { createTurns } from './in-turn.ts';
import type { Journal } from './journal.ts';

export type DraftOwner = Readonly<{ issueId: IssueId; tabId: number | null }>;
export type DraftSaved = Readonly<{ ok: true }> | Readonly<{ ok: false; code: string }>;
export type DraftFinished =
  | Readonly<{ ok: true; /** What the issue's description is now. */ text: string; written: boolean }>
  | Readonly<{ ok: false; code: string }>;

export type Drafts = Readonly<{
  /** Scrubs and puts on disk; `ok` means on disk. */
  save(id: CaptureId, owner: DraftOwner, text: string): Promise<DraftSaved>;
  /** Turns the draft into one `issue.described`, if it says anything new. */
  finish(id: CaptureId): Promise<DraftFinished>;
}>;

type Deps = Readonly<{
  store: Pick<Store, 'append' | 'issue' | 'drafts'>;
  journal: Journal;
  scrubber: () => Promise<Scrubber>;
  now: () => Date;
  inTurn: ReturnType<typeof createTurns>;
}>;

export function createDrafts({ store, journal, scrubber, now, inTurn }: Deps): Drafts {
  async function toJournal(id: CaptureId, owner: DraftOwner, text: string, masked: number): Promise<boolean> {
    const before = await journal.get(id);
    return journal.put({
      captureId: id,
      issueId: owner.issueId,
      savedAt: before?.savedAt ?? now().toISOString(),
      capture: before?.capture ?? null,
      text: { text, masked },
    });
  }

  async function save(id: CaptureId, owner: DraftOwner, raw: string): Promise<DraftSaved> {
    const note = (await scrubber()).note(raw.toWellFormed());
    const masked = totalMasked(note.masked);
    const waiting = await journal.get(id);
    if (waiting?.capture) {
      return (await toJournal(id, owner, note.value, masked))
        ? { ok: true }
        : { ok: false, code: 'unavailable' };
    }
    const put = await failing(() =>
      store.drafts.put({ captureId: id, ...owner, text: note.value, masked, savedAt: now().toISOString() }),
    );
    if (put.ok) return { ok: true };
    return (await toJournal(id, owner, note.value, masked)) ? { ok: true } : { ok: false, code: put.code };
  }

  async function finish(id: CaptureId): Promise<DraftFinished> {
    try {
      const draft = await store.drafts.get(id);
      if (!draft) return { ok: true, text: '', written: false };
      const { issueId } = draft;
      const issue = issueId && (await store.issue(issueId));
      if (!issue) return { ok: false, code: 'no-such-issue' };
      const text = draft.text.trim();
      // A capture that was added to another issue keeps its own words.
      const own = issue.absorbed.find((one) => one.issueId === issueId) ?? issue;
      if (text === own.description) {
        await store.drafts.remove(id);
        return { ok: true, text, written: false };
      }
      const appended = await store.append(
        {
          kind: 'issue.described',
          issueId,
          ...momentOf(now()),
          ...BY_US,
          body: draft.masked > 0 ? { text, masked: draft.masked } : { text },
        },
        { clear: { draft: id } },
      );
      return appended.ok ? { ok: true, text, written: true } : { ok: false, code: appended.code };
    } catch (error) {
      // The draft stays where it is; the next start of the background tries again.
      return { ok: false, code: codeOf(error) };
    }
  }

  return {
    save: (id, owner, text) => inTurn(id, () => save(id, owner, text)),
    finish: (id) => inTurn(id, () => finish(id)),
  };
}

/** A thrown storage problem carries its code; anything else is `unavailable`. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unavailable';
}

export async function failing<T>(work: () => Promise<T | StorageFailure>): Promise<T | StorageFailure> {
  try {
    return await work();
  } catch {
    return { ok: false, code: 'unavailable' };
  }
}
