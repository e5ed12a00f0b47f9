import { z } from '../domain/z.ts';
import { captureId, count, instant, issueId, text } from '../domain/ledger/primitives.ts';
import { LIMITS } from '../domain/ledger/limits.ts';
import type { Connection } from './connection.ts';
import { asResult } from './failure.ts';
import type { Damage } from './quarantine.ts';
import type { Store } from './types/store.ts';
import type { Draft } from './types/unfinished.ts';

const draftSchema = z.object({
  captureId,
  issueId: z.nullable(issueId),
  tabId: z.nullable(z.int()),
  text: text(LIMITS.note),
  masked: count,
  savedAt: instant,
});

/** Mutable rows beside the ledger: captures that were begun, and text being typed. */
export function createDesk(
  connection: Connection,
  damaged: (damage: Damage) => void,
): Pick<Store, 'pending' | 'drafts'> {
  const readable = (row: unknown): Draft[] => {
    const parsed = draftSchema.safeParse(row);
    if (parsed.success) return [parsed.data];
    damaged({ where: `drafts:${keyOf(row)}`, problem: 'draft', raw: row });
    return [];
  };
  const done = { ok: true } as const;
  return {
    pending: {
      put: (row) => asResult(() => connection.write(async ({ t }) => t.pending.put(row).then(() => done))),
      list: () => connection.read(async ({ t }) => t.pending.toArray()),
      remove: (id) =>
        asResult(() => connection.write(async ({ t }) => t.pending.delete(id).then(() => done))),
    },
    drafts: {
      put: (draft) => asResult(() => connection.write(async ({ t }) => t.drafts.put(draft).then(() => done))),
      get: (id) =>
        connection.read(async ({ t }) => {
          const row = await t.drafts.get(id);
          return row === undefined ? null : (readable(row).at(0) ?? null);
        }),
      byTab: (tabId) =>
        connection.read(async ({ t }) => {
          const rows = (await t.drafts.where('tabId').equals(tabId).toArray()).flatMap(readable);
          return rows.reduce<Draft | null>(
            (last, row) => (last === null || row.savedAt > last.savedAt ? row : last),
            null,
          );
        }),
      list: () => connection.read(async ({ t }) => (await t.drafts.toArray()).flatMap(readable)),
      remove: (id) => asResult(() => connection.write(async ({ t }) => t.drafts.delete(id).then(() => done))),
    },
  };
}

function keyOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'captureId' in row ? String(row.captureId) : '?';
}
