import type { Ms } from '../time/instant.ts';
import { isResponse } from './clocks.ts';
import type { Terms } from './terms.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';

/** One side waits for a word of the other; `to` null = it still does. */
export type Wait = Readonly<{ from: Ms; to: Ms | null; answered: boolean }>;

type Rule = Readonly<{
  asks: (event: TimelineEvent) => boolean;
  answers: (event: TimelineEvent) => boolean;
  /** Ends the wait without an answer. */
  ends: (event: TimelineEvent) => boolean;
}>;

function waits(events: readonly TimelineEvent[], { asks, answers, ends }: Rule): Wait[] {
  const found: Wait[] = [];
  let from: Ms | null = null;
  for (const event of events) {
    if (from !== null && (answers(event) || ends(event))) {
      found.push({ from, to: event.at, answered: answers(event) });
      from = null;
    } else if (asks(event)) from ??= event.at;
  }
  if (from !== null) found.push({ from, to: null, answered: false });
  return found;
}

const oneOf =
  (...kinds: EventKind[]) =>
  ({ event }: TimelineEvent) =>
    kinds.includes(event);

/** Whether a person at the provider said something to us. */
export function isProviderWord(terms: Terms, event: TimelineEvent): boolean {
  return event.event === 'root_cause_given' || isResponse(terms, event);
}

/** From our first unanswered word to the provider's next one. `events` in order. */
export function waitsForProvider(events: readonly TimelineEvent[], terms: Terms): Wait[] {
  return waits(events, {
    asks: oneOf('reported', 'info_provided', 'chased', 'escalated', 'reopened'),
    answers: (event) => isProviderWord(terms, event),
    ends: oneOf('verified', 'withdrawn'),
  });
}

/** From the provider's question to our answer. */
export function waitsForUs(events: readonly TimelineEvent[]): Wait[] {
  return waits(events, {
    asks: oneOf('info_requested'),
    answers: oneOf('info_provided'),
    ends: oneOf('resolved', 'closed_by_provider', 'verified', 'withdrawn', 'reopened'),
  });
}

/** From the provider's claim that it is fixed until we say whether it is. */
export function waitsToVerify(events: readonly TimelineEvent[]): Wait[] {
  return waits(events, {
    asks: oneOf('resolved', 'closed_by_provider'),
    answers: oneOf('verified', 'reopened'),
    ends: oneOf('withdrawn'),
  });
}
