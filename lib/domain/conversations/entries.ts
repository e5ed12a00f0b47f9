import { z } from '../z.ts';
import { directoryId } from '../directory/parts.ts';
import { text } from '../ledger/primitives.ts';

/**
 * One finished part of a conversation. Only its name is looked at here, so that the background need not carry the rules
 * of every part; `parts.ts` knows them.
 */
export const conversationHeld = z.strictObject({
  conversationId: directoryId,
  said: z.looseObject({ part: text(20) }),
});

export function isConversationKind(entryKind: string): boolean {
  return entryKind === 'conversation.held';
}
