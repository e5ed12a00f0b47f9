import type { Entry } from '../ledger/entry.ts';

/** Numbers of the entries that said something about a decision, in the order in which they are given. */
export function saidOfDecision(
  entries: readonly Entry[],
  conversationId: string,
  decisionId: string,
): number[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'conversation.held' || entry.body.conversationId !== conversationId) return [];
    const { said } = entry.body;
    return said.part === 'decision' && said['id'] === decisionId ? [entry.n] : [];
  });
}
