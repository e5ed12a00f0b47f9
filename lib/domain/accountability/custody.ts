import type { Owner } from './owner.ts';
import { exactly, momentOf, type EventKind, type Moment, type TimelineEvent } from './timeline.ts';

/** Who has the ball, and what decides where it goes next. */
type Custody = Readonly<{
  owner: Owner;
  /** The provider asked us something and has no answer yet. */
  question: boolean;
  /** Where an agreed wait ends by itself. */
  until?: number;
}>;

/** A stretch of time with one owner. */
export type Stretch = Readonly<{ owner: Owner; from: Moment; to: Moment }>;

const OPEN = new Set<Owner>(['us_unreported', 'provider', 'us_info', 'third_party', 'hold', 'agreed']);
const PROVIDER_KNOWS = new Set<EventKind>([
  'reported',
  'acknowledged',
  'provider_update',
  'workaround_provided',
  'chased',
  'escalated',
  'root_cause_given',
]);

/** The ball goes back to whoever waits: to us while a question is open, else to the provider. */
function back(now: Custody): Custody {
  return { owner: now.question ? 'us_info' : 'provider', question: now.question };
}

/** Who has the ball after an event. What does not fit the situation changes nothing. */
function passed(now: Custody, { event, until }: TimelineEvent): Custody {
  const { owner, question } = now;
  const open = OPEN.has(owner);
  switch (event) {
    case 'info_requested':
      return open ? { owner: 'us_info', question: true } : now;
    case 'info_provided':
      return owner === 'us_info' ? { owner: 'provider', question: false } : { ...now, question: false };
    case 'hold_by_provider':
      // A hold with an open question is a question: only one without is disputed. Nor does it undo an agreement.
      return open && owner !== 'us_info' && owner !== 'agreed' ? { owner: 'hold', question } : now;
    case 'hold_released':
      return owner === 'hold' ? back(now) : now;
    case 'third_party_started':
      return open ? { owner: 'third_party', question } : now;
    case 'third_party_ended':
      return owner === 'third_party' ? back(now) : now;
    case 'agreed_wait_started':
      return open ? { owner: 'agreed', question, ...(until === undefined ? {} : { until }) } : now;
    case 'agreed_wait_ended':
      return owner === 'agreed' ? back(now) : now;
    case 'resolved':
    case 'closed_by_provider':
      return open ? { owner: 'us_verify', question: false } : now;
    case 'verified':
    case 'withdrawn':
      return { owner: 'closed', question: false };
    case 'reopened':
      return open && owner !== 'us_unreported' ? now : { owner: 'provider', question: false };
    default:
      return owner === 'us_unreported' && PROVIDER_KNOWS.has(event) ? { owner: 'provider', question } : now;
  }
}

export type Walk = Readonly<{
  /** From the first occurrence without gaps. Unless it is closed, the last one ends at `asOf`, and may be empty. */
  stretches: readonly Stretch[];
  /** Who has the ball now; null before anything happened. */
  owner: Owner | null;
}>;

/** Follows the ball from the first occurrence to `asOf`. `events` in order and not after `asOf`. */
export function follow(events: readonly TimelineEvent[], occurred: Moment | null, asOf: number): Walk {
  const stretches: Stretch[] = [];
  const first = events[0] === undefined ? null : momentOf(events[0]);
  const begins = occurred !== null && (first === null || occurred.at <= first.at) ? occurred : first;
  if (begins === null || begins.at > asOf) return { stretches, owner: null };
  let now: Custody = { owner: 'us_unreported', question: false };
  let since = begins;

  const pass = (next: Custody, at: Moment) => {
    if (next.owner !== now.owner) {
      if (at.at > since.at) stretches.push({ owner: now.owner, from: since, to: at });
      since = at;
    }
    now = next;
  };
  const endAgreedWait = (at: number) => {
    if (now.until !== undefined && now.until <= at) pass(back(now), exactly(Math.max(now.until, since.at)));
  };
  for (const event of events) {
    endAgreedWait(event.at);
    pass(passed(now, event), momentOf(event));
  }
  endAgreedWait(asOf);
  if (now.owner !== 'closed') stretches.push({ owner: now.owner, from: since, to: exactly(asOf) });
  return { stretches, owner: now.owner };
}
