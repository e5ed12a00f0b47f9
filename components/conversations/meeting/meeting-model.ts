import type { ConversationService } from '../../../lib/app/conversations/conversation-service.ts';
import type { DraftValues } from '../../../lib/app/conversations/drafts.ts';
import type { KnownPromise } from '../../../lib/domain/conversations/became-of.ts';
import type { Conversation } from '../../../lib/domain/conversations/conversations-of.ts';
import type { Actions } from '../../log/use-actions.ts';
import type { MeetingKeys } from './use-meeting-keys.ts';

/** What every part of a conversation's page works with. */
export type MeetingModel = Readonly<{
  conversation: Conversation;
  /** The one before it with the same provider. */
  last: Conversation | null;
  /** All of both sides, with what became of them. */
  promises: readonly KnownPromise[];
  /** What the provider is called. */
  provider: string;
  service: ConversationService;
  /** What was being typed when the page was left, by field. */
  drafts: ReadonlyMap<string, DraftValues>;
  actions: Actions;
  keys: MeetingKeys;
}>;
