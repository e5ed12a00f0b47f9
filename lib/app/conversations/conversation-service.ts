import type { Conversation, Decision } from '../../domain/conversations/conversations-of.ts';
import type { ConversationPart } from '../../domain/conversations/parts.ts';
import type { PromiseEntry } from '../../domain/issue/promises-of.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { PackDoc } from '../../export/packs/doc.ts';
import type { Language } from '../../i18n/area.ts';
import type { StorageFailure } from '../../storage/types/storage-failure.ts';
import type { EditResult } from '../log/edits.ts';
import type { PackFacts } from '../packs/pack-facts.ts';
import type { PackOrder } from '../packs/pack-order.ts';
import type { ConversationDrafts } from './drafts.ts';

export type MinutesForm = 'html' | 'markdown' | 'eml';

/** All conversations, the latest first, and what was ever said about promises: what became of decisions follows from it. */
export type ConversationLog = Readonly<{
  conversations: readonly Conversation[];
  promises: readonly PromiseEntry[];
}>;

/** `code`: of the storage, or `not-found`. */
export type MinutesRead = Readonly<{ ok: true; doc: PackDoc } | { ok: false; code: string }>;

/** Conversations with providers: held, and followed up. */
export type ConversationService = Readonly<{
  /** Again after every change by any window. */
  live(onValue: (log: ConversationLog) => void, onError: (code: string) => void): () => void;
  /** Begins one with what was prepared. */
  hold(facts: PackFacts, order: PackOrder): Promise<Readonly<{ ok: true; id: string }> | StorageFailure>;
  /** One finished part: an entry. `before` is what it replaces, for the way back. */
  say(id: string, part: ConversationPart, before?: ConversationPart): Promise<EditResult>;
  /** Notes the promise and writes into the decision which one it is, both or neither. `invalid` without owner or date. */
  makePromise(about: Pick<Conversation, 'id' | 'providerId'>, decision: Decision): Promise<EditResult>;
  /** What the issues are called now; one that was erased is missing. */
  titles(ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, string>>;
  /** What may leave of a conversation, as a document. */
  minutes(id: string, language: Language): Promise<MinutesRead>;
  /** Hands the minutes to the browser's download, and notes in the ledger that they went out. */
  deliver(doc: PackDoc, form: MinutesForm): Promise<Readonly<{ fileName: string; noted: boolean }>>;
  /** Hands over the dates that were decided as a calendar file; null: there is none, nothing is handed over. */
  saveDates(id: string, language: Language): Promise<string | null>;
  /** What is being typed. */
  drafts: ConversationDrafts;
  newId(): string;
}>;
