import { becameOf, promisesAsOf } from '../../domain/conversations/became-of.ts';
import { conversationsOf, lastOver } from '../../domain/conversations/conversations-of.ts';
import { saidOfDecision } from '../../domain/conversations/said-in.ts';
import { shareConversation } from '../../domain/conversations/shared.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { instantOf, type Ms } from '../../domain/time/instant.ts';
import type { PackLast } from './pack-facts.ts';

type Read = Readonly<{
  /** All that is marked as of conversations, and as about promises. */
  held: readonly Entry[];
  promises: readonly Entry[];
  providerId: string;
  asOf: Ms;
  mask: (text: string) => string;
}>;

/** What was decided with this provider last time and what became of it by then. */
export function lastTimeOf({ held, promises, providerId, asOf, mask }: Read): PackLast | null {
  const then = instantOf(asOf);
  const written = held.filter(({ recordedAt }) => recordedAt <= then);
  const found = lastOver(conversationsOf(written), providerId);
  if (found === null) return null;
  const { id, startedAt, decisions } = shareConversation(found, mask);
  const known = promisesAsOf(promises, then).map((promise) => ({
    ...promise,
    deliverable: mask(promise.deliverable),
    acceptance: promise.acceptance === null ? null : mask(promise.acceptance),
  }));
  return {
    startedAt,
    decisions: becameOf({ decisions }, known).map((state) => ({
      ...state,
      entries: [
        ...saidOfDecision(written, id, state.decision.id),
        ...(state.promise?.entries ?? []).map(({ n }) => n),
      ],
    })),
  };
}
