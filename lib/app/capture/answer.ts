import { request } from '../client/protocol.ts';
import type { Done, Request, Told } from '../client/protocol.ts';
import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import type { SystemDesk } from '../directory/system-desk.ts';
import type { IssueChanges } from './issue-changes.ts';
import type { MorePictures } from './more-pictures.ts';
import type { PopupDesk } from './popup-desk.ts';

export type Sender = Readonly<{ id?: string | undefined; url?: string | undefined }>;

export type AnswerDeps = Readonly<{
  desk: PopupDesk;
  changes: IssueChanges;
  tell: (popup: CaptureId) => Promise<Told>;
  systems: Pick<SystemDesk, 'list' | 'set' | 'undo'>;
  /** What we owe has become another number. */
  owed: () => Promise<void>;
  more: Pick<MorePictures, 'take' | 'cancel' | 'heard'>;
  openLog: (issueId: IssueId | null) => Promise<void>;
  /** Finishes what was interrupted. */
  wake: () => Promise<void>;
  /** Where bugs go: `what` completes "Casebook could not …". */
  report: (what: string, error: unknown) => void;
  /** This extension's id, and the beginning of the addresses of its own pages. */
  own: Readonly<{ id: string; origin: string }>;
}>;

/** Only our own pages may ask. A content script would have our id but the address of its page. */
export function isOurPage(sender: Sender, own: AnswerDeps['own']): boolean {
  return sender.id === own.id && sender.url !== undefined && sender.url.startsWith(own.origin);
}

/** Answers one message. Always answers: what is not ours, not understood or goes wrong gets `{ok: false}`. */
export async function answer(raw: unknown, sender: Sender, deps: AnswerDeps): Promise<unknown> {
  if (!isOurPage(sender, deps.own)) return deps.more.heard(raw, sender) ?? refusal('refused');
  const parsed = request.safeParse(raw);
  if (!parsed.success) return refusal('invalid');
  try {
    return await carryOut(parsed.data, deps);
  } catch (error) {
    deps.report(`carry out ${parsed.data.verb}`, error);
    return refusal('failed');
  }
}

const refusal = (code: string): Done => ({ ok: false, code });

async function carryOut(
  message: Request,
  { desk, changes, openLog, wake, tell, more, systems, owed }: AnswerDeps,
): Promise<unknown> {
  switch (message.verb) {
    case 'popup.opened':
      return desk.opened(message.captureId, message.clickedAt);
    case 'capture.again-anyway':
      return desk.anew(message.captureId);
    case 'capture.view':
      return desk.view(message.captureId);
    case 'draft.save':
      return desk.saveDraft(message.captureId, message.text);
    case 'draft.done':
      return desk.done(message.captureId, message.text);
    case 'issue.rate':
      return changes.rate(message.issueId, message);
    case 'chip.remove':
      return desk.after(message.captureId, () =>
        changes.removeChip(message.captureId, message.chipId, message.back),
      );
    case 'capture.undo':
      return desk.after(message.captureId, () => changes.trash(message.captureId, true));
    case 'capture.redo':
      return desk.after(message.captureId, () => changes.trash(message.captureId, false));
    case 'same.ask':
      return changes.same(desk.shows(message.captureId));
    case 'capture.again':
      return desk.after(message.captureId, () => changes.again(message.captureId, message.issueId));
    case 'capture.again-undo':
      return desk.after(message.captureId, () => changes.again(message.captureId, null));
    case 'news.ask':
      return tell(message.captureId);
    case 'picture.take':
      return more.take(desk.shows(message.captureId), message.how);
    case 'picture.cancel':
      more.cancel();
      return { ok: true } satisfies Done;
    case 'system.list':
      return systems.list(desk.shows(message.captureId));
    case 'system.set': {
      const { captureId, system, provider, always } = message;
      const choice = { system, ...(provider && { provider }), always };
      return desk.after(captureId, () => systems.set(desk.shows(captureId), choice));
    }
    case 'system.undo':
      return desk.after(message.captureId, () => systems.undo(desk.shows(message.captureId)));
    case 'log.open':
      await openLog(message.issueId ?? null);
      return { ok: true } satisfies Done;
    case 'background.wake':
      await wake();
      return { ok: true } satisfies Done;
    case 'owed.changed':
      await owed();
      return { ok: true } satisfies Done;
  }
}
