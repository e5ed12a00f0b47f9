import {
  conversationsOf,
  lastBefore,
  type Conversation,
} from '../../domain/conversations/conversations-of.ts';
import type { ConversationPart } from '../../domain/conversations/parts.ts';
import { shareConversation } from '../../domain/conversations/shared.ts';
import { isPromiseEntry } from '../../domain/issue/promises-of.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { IssueId } from '../../domain/ledger/primitives.ts';
import { instantOf } from '../../domain/time/instant.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { DirectoryReader } from '../directory/directory-reader.ts';
import type { EditDeps, EditResult } from '../log/edits.ts';
import { createStamp } from '../log/stamp.ts';
import { agendaOf } from './agenda.ts';
import { cleanPart } from './clean-part.ts';
import { composeMinutes } from './compose-minutes.ts';
import type { ConversationService } from './conversation-service.ts';
import { createFollowUp } from './follow-up.ts';
import type { ConversationDrafts } from './drafts.ts';

export type ConversationDeps = EditDeps &
  Readonly<{
    reader: DirectoryReader;
    drafts: ConversationDrafts;
    version: string;
    /** Takes personal data out of what leaves, where the settings say so. */
    mask: () => Promise<(text: string) => string>;
    download: (blob: Blob, fileName: string) => void;
  }>;

export function createConversationService(deps: ConversationDeps): ConversationService {
  const { store, now, zone, scrub, reader, drafts, mask } = deps;
  const stamp = createStamp(now, zone);

  async function read() {
    const [held, promises] = await Promise.all([store.marked('conversation'), store.marked('promise')]);
    return { conversations: conversationsOf(held), promises: promises.filter(isPromiseEntry) };
  }
  async function titles(ids: readonly IssueId[]): Promise<ReadonlyMap<IssueId, string>> {
    const rows = await store.rowsOf(ids);
    return new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row.title] as const])));
  }
  const entryOf = (conversationId: string, said: ConversationPart): NewEntry => ({
    ...stamp(),
    kind: 'conversation.held',
    body: { conversationId, said },
  });
  async function say(id: string, part: ConversationPart, before?: ConversationPart): Promise<EditResult> {
    const cleaned = await cleanPart(part, scrub);
    const result = await store.append(entryOf(id, cleaned.part));
    const undo = before === undefined ? null : () => say(id, before, cleaned.part);
    return result.ok ? { ok: true, masked: cleaned.masked, undo } : result;
  }
  /** What may leave of a conversation, and what its files say besides. */
  async function told(id: string) {
    await reader.ready();
    const [{ directory }, { conversations, promises }, masked] = await Promise.all([
      reader.read(),
      read(),
      mask(),
    ]);
    const found = conversations.find((one) => one.id === id);
    if (found === undefined) return null;
    const before = lastBefore(conversations, found);
    const share = (one: Conversation) => shareConversation(one, masked);
    return {
      conversation: share(found),
      last: before === null ? null : share(before),
      promises,
      mask: masked,
      provider: directory.providers.get(found.providerId)?.name ?? found.providerId,
      now: instantOf(now().getTime()),
      zone: zone(),
    };
  }

  return {
    drafts,
    titles,
    say,
    newId: store.newId,
    live: (onValue, onError) => store.live(read, onValue, (failure) => onError(failure.code)),
    async hold(facts, order) {
      const id = store.newId();
      const { period, providerId } = facts.scope;
      const head: ConversationPart = {
        part: 'head',
        providerId,
        kind: order.kind,
        startedAt: instantOf(now().getTime()),
        ...(period === null ? {} : { period: { from: instantOf(period.from), to: instantOf(period.to) } }),
      };
      const points = agendaOf(facts, order).map((point) => ({ ...point, id: store.newId() }));
      const parts = await Promise.all([head, ...points].map((part) => cleanPart(part, scrub)));
      const result = await store.append(parts.map(({ part }) => entryOf(id, part)));
      return result.ok ? { ok: true, id } : result;
    },
    async makePromise({ id, providerId }, decision) {
      const { text, owner, due, acceptance } = decision;
      if (owner === undefined || due === undefined)
        return { ok: false, code: 'invalid', paths: [owner === undefined ? 'owner' : 'due'] };
      const promiseId = store.newId();
      const body = {
        promiseId,
        providerId,
        owner,
        deliverable: text,
        due,
        ...(acceptance === undefined ? {} : { acceptance }),
      };
      const linked: ConversationPart = { part: 'decision', ...decision, promiseId };
      const result = await store.append([{ ...stamp(), kind: 'promise.made', body }, entryOf(id, linked)]);
      if (!result.ok) return result;
      const made = result.entries.find(({ kind }) => kind === 'promise.made');
      const { promiseId: _was, ...alone } = decision;
      const undo = async (): Promise<EditResult> => {
        if (made === undefined) return { ok: false, code: 'invalid' };
        const place = { promiseId, ledger: made.ledger, n: made.n };
        const back = await store.append([
          { ...stamp(), kind: 'promise.reverted', body: place },
          entryOf(id, { part: 'decision', ...alone }),
        ]);
        return back.ok ? { ok: true, masked: 0, undo: null } : back;
      };
      return { ok: true, masked: 0, undo };
    },
    async minutes(id, language) {
      try {
        const facts = await told(id);
        if (facts === null) return { ok: false, code: 'not-found' };
        const ids = facts.conversation.points.flatMap(({ issueId }) => issueId ?? []);
        const named = [...(await titles(ids))].map(([of, title]) => [of, facts.mask(title)] as const);
        return { ok: true, doc: composeMinutes({ ...facts, titles: new Map(named), language }) };
      } catch (error) {
        const failure = storageFailureOf(error);
        if (failure) return { ok: false, code: failure.code };
        throw error;
      }
    },
    ...createFollowUp(deps, told),
  };
}
