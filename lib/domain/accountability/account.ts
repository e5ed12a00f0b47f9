import type { Ms } from '../time/instant.ts';
import type { Span } from '../time/spans.ts';
import { answersIn, handOffs, type Answers } from './answers.ts';
import type { Clock } from './clock.ts';
import { intervalsOf, resolutionClock, responseClock, restoreClock, type ClockInput } from './clocks.ts';
import { follow, type Stretch, type Walk } from './custody.ts';
import { fixesOf, type Fixes } from './fixes.ts';
import { ledgerOf, type Calendars, type Ledger } from './ledger.ts';
import type { Owner } from './owner.ts';
import { priorityAt, type FirstPriority } from './priorities.ts';
import { statusOf, type Status } from './status.ts';
import { targetFor, type Terms } from './terms.ts';
import { momentOf, timelineUntil, type Moment, type TimelineEvent } from './timeline.ts';
import { updateClock, type UpdateClock } from './update-clock.ts';
import { isProviderWord, waitsForProvider, waitsForUs, waitsToVerify, type Wait } from './waits.ts';

export type AccountInput = Readonly<{
  /** First occurrence; null: only the report is known. */
  occurred: Moment | null;
  /** In any order. */
  events: readonly TimelineEvent[];
  priority: FirstPriority;
  /** The version of the agreement in force. */
  terms: Terms;
  ours: Calendars['us'];
  asOf: Ms;
}>;

/** Who had the ball, what the clocks say, and what stands now: all that follows from one issue's events. */
export type Account = Readonly<{
  asOf: Ms;
  status: Status;
  /** Who has the ball; null: nothing happened yet. */
  owner: Owner | null;
  /** Since when. */
  ownerSince: Ms | null;
  stretches: readonly Stretch[];
  ledger: Ledger;
  clocks: Readonly<{
    response: Clock | null;
    update: UpdateClock | null;
    restore: Clock | null;
    resolution: Clock | null;
  }>;
  /** The resolution clock by three rules; the agreed one decides. */
  readings: Readonly<{ agreed: Clock | null; provider: Clock | null; none: Clock | null }>;
  /** Business ms put on hold without a question to us. */
  disputedHoldMs: number;
  fixes: Fixes;
  /** What the agreement leaves out of the clocks. */
  pauses: readonly Span[];
  /** When somebody at the provider said something. */
  providerWords: readonly Ms[];
  /** From each claim that it is fixed to our answer. */
  toVerify: readonly Wait[];
  chased: number;
  handOffs: number;
  answers: Readonly<{ us: Answers; provider: Answers }>;
}>;

/** What a provider would leave out: every hold, whoever it waited for. */
const PROVIDER_PAUSES: readonly Owner[] = ['us_info', 'agreed', 'hold', 'third_party'];

function startOf(events: readonly TimelineEvent[], occurred: Moment | null, terms: Terms): Moment | null {
  const reported = events.find(({ event }) => event === 'reported');
  if (!reported) return null;
  return terms.startAt === 'occurred' && occurred !== null ? occurred : momentOf(reported);
}

function spansOf(walk: Walk, owners: readonly Owner[]): Span[] {
  return intervalsOf(walk, owners).map(({ from, to }) => [from.at, to?.at ?? Infinity]);
}

/** The whole account of an issue at `asOf`. Pure: the same events in any order give the same account. */
export function accountOf(input: AccountInput): Account {
  const { occurred, terms, priority: first, ours, asOf } = input;
  const events = timelineUntil(input.events, asOf);
  const walk = follow(events, occurred, asOf);
  const start = startOf(events, occurred, terms);
  const fixes = fixesOf(events, start);
  const clockInput: ClockInput = { events, walk, fixes, start, first, terms, asOf };
  const calendars: Calendars = { provider: terms.calendar, us: ours };
  const ledger = ledgerOf(walk.stretches, calendars);
  const resolution = resolutionClock(clockInput);
  const waiting = waitsForProvider(events, terms);
  const target = targetFor(terms, priorityAt(events, first, terms.whosePriority, asOf).priority);
  return {
    asOf,
    status: statusOf(events, walk, terms.autoAckCounts),
    owner: walk.owner,
    ownerSince:
      walk.owner === 'closed'
        ? (walk.stretches.at(-1)?.to.at ?? null)
        : (walk.stretches.at(-1)?.from.at ?? null),
    stretches: walk.stretches,
    ledger,
    clocks: {
      response: responseClock(clockInput),
      update: updateClock(
        waiting,
        {
          calendar: target?.calendar ?? terms.calendar,
          updateEveryMin: target?.updateEveryMin,
          pauses: spansOf(walk, ['agreed']),
        },
        asOf,
      ),
      restore: restoreClock(clockInput),
      resolution,
    },
    readings: {
      agreed: resolution,
      provider: resolutionClock(clockInput, PROVIDER_PAUSES),
      none: resolutionClock(clockInput, []),
    },
    disputedHoldMs: ledger.owners.hold.businessMs,
    fixes,
    pauses: spansOf(walk, terms.pauseOn),
    providerWords: events.filter((event) => isProviderWord(terms, event)).map(({ at }) => at),
    toVerify: waitsToVerify(events),
    chased: events.filter(({ event }) => event === 'chased').length,
    handOffs: handOffs(walk.stretches),
    answers: {
      us: answersIn(waitsForUs(events), ours, asOf),
      provider: answersIn(waiting, terms.calendar, asOf),
    },
  };
}
