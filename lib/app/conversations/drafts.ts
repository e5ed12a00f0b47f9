import { z } from '../../domain/z.ts';
import { text } from '../../domain/ledger/primitives.ts';
import type { Scrub } from '../log/edits.ts';

/** What a field or a small form holds, by the names of its parts. */
export type DraftValues = Readonly<Record<string, string>>;

const draftValues = z.record(text(40), text(20_000));

type Area = Readonly<{
  all(): Promise<Readonly<Record<string, unknown>>>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}>;

/** Text that is being typed in a conversation, in `storage.local`: it outlives a closed tab. Secrets are masked before. */
export type ConversationDrafts = Readonly<{
  /** By field. */
  read(conversationId: string): Promise<ReadonlyMap<string, DraftValues>>;
  /** Rejects where the browser does not keep it. */
  keep(conversationId: string, field: string, values: DraftValues): Promise<void>;
  drop(conversationId: string, field: string): Promise<void>;
}>;

const keyOf = (conversationId: string, field = ''): string => `conversationDraft:${conversationId}:${field}`;

export function createConversationDrafts(area: Area, scrub: Scrub): ConversationDrafts {
  // One after another: what is dropped must not come back with a late write.
  let before: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  }
  async function write(key: string, values: DraftValues): Promise<void> {
    const masked = Object.entries(values).map(
      async ([name, value]) => [name, (await scrub(value.toWellFormed())).value] as const,
    );
    await area.write(key, Object.fromEntries(await Promise.all(masked)));
  }
  return {
    async read(conversationId) {
      const prefix = keyOf(conversationId);
      const all = Object.entries(await area.all()).filter(([key]) => key.startsWith(prefix));
      return new Map(
        all.flatMap(([key, value]) => {
          const parsed = draftValues.safeParse(value);
          return parsed.success ? [[key.slice(prefix.length), parsed.data] as const] : [];
        }),
      );
    },
    keep: (conversationId, field, values) => inTurn(() => write(keyOf(conversationId, field), values)),
    drop: (conversationId, field) => inTurn(() => area.remove(keyOf(conversationId, field))),
  };
}
