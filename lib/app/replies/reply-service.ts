import type { Issue } from '../../domain/issue/issue.ts';
import type { EventKind } from '../../domain/accountability/timeline.ts';
import type { IssueId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { Refused } from '../attachments/prepared.ts';
import type { EditResult } from '../log/edits.ts';
import type { ReadReply } from './read-reply.ts';

/** What a mail can say about an issue: by the provider, or by us. */
export const REPLY_EVENTS = {
  provider: [
    'provider_update',
    'acknowledged',
    'info_requested',
    'workaround_provided',
    'resolved',
    'root_cause_given',
    'closed_by_provider',
  ],
  us: ['info_provided', 'reported', 'chased', 'note'],
} as const satisfies Record<string, readonly EventKind[]>;

export type ReplySide = keyof typeof REPLY_EVENTS;

/** Why a file does not become a line of the timeline; it can still be kept as a file. */
export type ReplyRefused =
  | Readonly<{ ok: false; code: 'not-a-mail' | 'no-time' | 'future' | 'known' | 'unreadable' }>
  | Refused
  | StorageFailure;

/** What would be written, before it is. */
export type Reply = ReadReply &
  Readonly<{
    ok: true;
    /** Whose address the sender's is; null: nobody's who is known here. */
    side: ReplySide | null;
    contactId: string | null;
    /** The mail lies with the issue already, but no line tells of it. */
    stored: Sha256Hex | null;
    /** Secrets masked in subject and text. */
    masked: number;
  }>;

export type ReplyChoice = Readonly<{ side: ReplySide; event: EventKind; ticket: string | null }>;

/** Mails about an issue become lines of its timeline, with the mail itself beside them. */
export type ReplyService = Readonly<{
  /** Reads a mail and changes nothing. */
  look(issue: Issue, file: Blob & Readonly<{ name?: string }>): Promise<Reply | ReplyRefused>;
  /** Writes the line and keeps the mail, in one transaction. */
  write(issueId: IssueId, reply: Reply, choice: ReplyChoice): Promise<EditResult>;
}>;
