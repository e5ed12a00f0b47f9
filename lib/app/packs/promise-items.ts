import { visibleText } from '../../domain/privacy/display.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackKind } from './pack-order.ts';

/** A decision of last time or a promise, as it can be left out: by the id of the promise, or of a decision without one. */
export type PromiseItem = Readonly<{ id: string; text: string }>;

type Facts = Pick<PackFacts, 'last' | 'promises'>;

const OPENS_WITH_LAST: readonly PackKind[] = ['conversation', 'review'];
const OF_PROMISES: readonly PackKind[] = [...OPENS_WITH_LAST, 'handover'];

export function opensWithLast(kind: PackKind): boolean {
  return OPENS_WITH_LAST.includes(kind);
}

/** All that a pack of this kind would describe, each once: a decision that became a promise is that promise. */
export function promiseItems({ last, promises }: Facts, kind: PackKind): PromiseItem[] {
  if (!OF_PROMISES.includes(kind)) return [];
  const decided = opensWithLast(kind) ? (last?.decisions ?? []) : [];
  const items = [
    ...decided.map(({ decision, promise }) => ({
      id: promise?.promiseId ?? decision.id,
      text: decision.text,
    })),
    ...[...promises.all, ...promises.later].map(({ promiseId, deliverable }) => ({
      id: promiseId,
      text: deliverable,
    })),
  ];
  const once = new Map<string, PromiseItem>();
  for (const { id, text } of items) if (!once.has(id)) once.set(id, { id, text: visibleText(text) });
  return [...once.values()];
}
