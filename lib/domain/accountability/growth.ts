import { businessMs, dueAt } from '../time/business-time.ts';
import type { CalendarRules } from '../time/calendar.ts';
import { MINUTE, type Ms } from '../time/instant.ts';
import type { Account } from './account.ts';
import type { SourceAccount } from './account-of-source.ts';
import type { AccountSource } from './account-source.ts';
import type { Clock } from './clock.ts';
import { counting, nextOf } from './changes-at.ts';
import { sideOf, type Owner, type Side } from './owner.ts';

export const CLOCKS = ['response', 'restore', 'resolution'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** How the figures of an issue grow while nothing happens to it. null: that one stays as it is. */
export type Growth = Readonly<{
  /** Up to then nothing else changes, then not included; null: ever. */
  until: Ms | null;
  /** Who has the ball: its time grows. */
  side: Side | null;
  /** In which that time is working time. */
  worked: CalendarRules | null;
  unreported: CalendarRules | null;
  hold: CalendarRules | null;
  /** Of each clock that has not stopped: where its business time runs. */
  clocks: Readonly<Record<ClockName, CalendarRules | null>>;
  answers: Readonly<{ us: CalendarRules; provider: CalendarRules }>;
  discipline: Readonly<{ open: CalendarRules | null; covered: CalendarRules | null }>;
}>;

const side = (owner: Owner | null): Side | null =>
  owner === null || owner === 'closed' ? null : sideOf(owner);

type Discipline = Growth['discipline'] & Readonly<{ until: Ms | null }>;
const NO_DISCIPLINE: Discipline = { open: null, covered: null, until: null };

/** Time without a word counts as covered until the agreed interval is used up. */
function discipline(account: Account, calendar: CalendarRules, everyMin: number | undefined): Discipline {
  const { fixes, pauses, providerWords, asOf } = account;
  const cycle = fixes.cycles.at(-1);
  const paused = pauses.some(([, to]) => to === Infinity);
  if (everyMin === undefined || cycle === undefined || cycle.to !== null || paused) return NO_DISCIPLINE;
  const since = Math.max(cycle.from.at, ...providerWords.filter((at) => at <= asOf));
  const every = everyMin * MINUTE;
  const covered = businessMs(calendar, since, asOf, pauses) < every;
  return {
    open: calendar,
    covered: covered ? calendar : null,
    until: covered ? dueAt(calendar, since, every, pauses) : null,
  };
}

/** `made` of the source. Its figures at a later time before `until` follow from those now by what has passed. */
export function growthOf(made: SourceAccount, { occurred, sightings }: AccountSource): Growth {
  const { account, terms, target, calendars, changesAt, asOf } = made;
  const { owner, clocks } = account;
  const [theirs, ours] = [terms.calendar, calendars.ours.rules];
  const measured = target?.calendar ?? theirs;
  const running = (clock: Clock | null) => (clock?.state === 'running' ? measured : null);
  const words = discipline(account, measured, target?.updateEveryMin);
  const of = side(owner);
  const seen = sightings.map(([at]) => at);
  const begins = (occurred === null ? seen : [occurred.at, ...seen]).map((at) => counting(at, asOf));
  return {
    until: nextOf([changesAt, words.until, ...begins], asOf),
    side: of,
    worked: of === 'us' ? ours : of === 'provider' ? theirs : null,
    unreported: owner === 'us_unreported' ? ours : null,
    hold: owner === 'hold' ? theirs : null,
    clocks: {
      response: running(clocks.response),
      restore: running(clocks.restore),
      resolution: running(clocks.resolution),
    },
    answers: { us: ours, provider: theirs },
    discipline: { open: words.open, covered: words.covered },
  };
}
