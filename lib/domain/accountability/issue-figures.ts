import { businessMs } from '../time/business-time.ts';
import type { CalendarRules } from '../time/calendar.ts';
import type { Ms } from '../time/instant.ts';
import type { Span } from '../time/spans.ts';
import type { Account } from './account.ts';
import type { Clock } from './clock.ts';
import type { Share } from './ledger.ts';
import type { Outage } from './outages.ts';
import type { Side } from './owner.ts';
import { updateDiscipline, type Discipline } from './statistics/update-discipline.ts';
import { cameBack } from './statistics/fix-quality.ts';
import type { Verdict } from './verdict.ts';

/** One clock of one issue: business ms, and the same by the clock on the wall. */
export type ClockFigures = Readonly<{ verdict: Verdict | null; stopped: boolean; ms: number; rawMs: number }>;

/** All that a scoreboard needs of one issue: plain numbers, so that ten thousand are added up at once. */
export type IssueFigures = Readonly<{
  response: ClockFigures | null;
  restore: ClockFigures | null;
  resolution: ClockFigures | null;
  /** Somebody has called it done at least once. */
  resolved: boolean;
  reopened: number;
  /** Seen again within 14 days after a fix. */
  failedFix: boolean;
  occurrences: number;
  chased: number;
  handOffs: number;
  withdrawn: boolean;
  sides: Readonly<Record<Side, Share>>;
  totalMs: number;
  /** From the first occurrence to the report, in our working hours. */
  unreportedMs: number;
  disputedHoldMs: number;
  answers: Account['answers'];
  discipline: Discipline | null;
  /** How long we took to say whether a fix holds, in our working hours. */
  verifying: Readonly<{ doneMs: readonly number[]; openRawMs: readonly number[] }>;
  evidence: boolean;
  /** null: no availability was agreed, or this says nothing about it. */
  outage: Outage | null;
}>;

export type IssueFacts = Readonly<{
  occurrences: readonly Ms[];
  evidence: boolean;
  /** Of the target in force; undefined: no interval was agreed. */
  updateEveryMs: number | undefined;
  providerCalendar: CalendarRules;
  ours: CalendarRules;
  outage: Outage | null;
}>;

function clockFigures(clock: Clock | null, asOf: Ms): ClockFigures | null {
  if (clock === null) return null;
  const { verdict, elapsed, startedAt, stoppedAt } = clock;
  return {
    verdict,
    stopped: stoppedAt !== null,
    ms: elapsed.ms,
    rawMs: Math.max(0, (stoppedAt ?? asOf) - startedAt),
  };
}

function disciplineOf(account: Account, { providerCalendar, updateEveryMs }: IssueFacts): Discipline | null {
  const [open] = account.fixes.cycles;
  if (updateEveryMs === undefined || !open) return null;
  return account.fixes.cycles.reduce<Discipline>(
    (sum, { from, to }) => {
      const span: Span = [from.at, to?.at ?? account.asOf];
      const one = updateDiscipline(providerCalendar, span, {
        words: account.providerWords,
        pauses: account.pauses,
        everyMs: updateEveryMs,
      });
      return { openMs: sum.openMs + one.openMs, coveredMs: sum.coveredMs + one.coveredMs };
    },
    { openMs: 0, coveredMs: 0 },
  );
}

export function figuresOf(account: Account, facts: IssueFacts): IssueFigures {
  const { clocks, ledger, fixes, asOf, toVerify } = account;
  const ended = fixes.cycles.flatMap(({ to, withdrawn }) => (to === null || withdrawn ? [] : [to.at]));
  return {
    response: clockFigures(clocks.response, asOf),
    restore: clockFigures(clocks.restore, asOf),
    resolution: clockFigures(clocks.resolution, asOf),
    resolved: ended.length > 0,
    reopened: fixes.reopened,
    failedFix: cameBack(ended, facts.occurrences),
    occurrences: facts.occurrences.length,
    chased: account.chased,
    handOffs: account.handOffs,
    withdrawn: account.status === 'withdrawn',
    sides: ledger.sides,
    totalMs: ledger.totalMs,
    unreportedMs: ledger.owners.us_unreported.businessMs,
    disputedHoldMs: account.disputedHoldMs,
    answers: account.answers,
    discipline: disciplineOf(account, facts),
    verifying: {
      doneMs: toVerify
        .filter(({ answered }) => answered)
        .map(({ from, to }) => businessMs(facts.ours, from, to ?? asOf)),
      openRawMs: toVerify.filter(({ to }) => to === null).map(({ from }) => asOf - from),
    },
    evidence: facts.evidence,
    outage: facts.outage,
  };
}
