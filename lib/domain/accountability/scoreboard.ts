import { DAY, MINUTE } from '../time/instant.ts';
import type { ClockFigures, IssueFigures } from './issue-figures.ts';
import type { Share } from './ledger.ts';
import type { Side } from './owner.ts';
import { complianceOf, rateOf, type Rate, type VerdictCounts } from './statistics/compliance.ts';
import { durationsOf, type Durations } from './statistics/durations.ts';
import { repeatsOf, reopensOf, type Reopens, type Repeats } from './statistics/fix-quality.ts';

/** How one kind of clock went over many issues. Durations in minutes: business time, and by the clock on the wall. */
export type ClockBoard = Readonly<{
  compliance: Rate;
  counts: VerdictCounts;
  business: Durations;
  elapsed: Durations;
}>;

/** Both sides of many issues, told in the same words. All durations in minutes. */
export type Scoreboard = Readonly<{
  issues: number;
  response: ClockBoard;
  restore: ClockBoard;
  resolution: ClockBoard;
  reopens: Reopens;
  repeats: Repeats;
  failedFixes: Rate;
  chases: number;
  handOffs: number;
  /** Share of the open business time that had a word within the agreed interval; null when none was agreed. */
  updateDisciplinePercent: number | null;
  sides: Readonly<Record<Side, Share>>;
  totalMs: number;
  disputedHoldMs: number;
  answers: Readonly<Record<'us' | 'provider', Durations>>;
  /** From seeing to reporting, in our working hours. */
  lateReporting: Durations;
  verifying: Durations;
  /** Fixes that wait for us longer than five days. */
  unverified: Rate;
  withdrawn: Rate;
  withoutEvidence: Rate;
}>;

const UNVERIFIED_AFTER = 5 * DAY;
const minutes = (values: readonly number[]) => values.map((ms) => ms / MINUTE);

function countsOf(clocks: readonly ClockFigures[]): VerdictCounts {
  const count = (verdict: ClockFigures['verdict']) =>
    clocks.filter((clock) => clock.verdict === verdict).length;
  return {
    met: count('met'),
    missed: count('missed'),
    openOverdue: count('overdue'),
    openNotDue: count('open'),
    cancelled: count('cancelled'),
    unproven: count('unproven'),
  };
}

function boardOf(all: readonly (ClockFigures | null)[]): ClockBoard {
  const clocks = all.filter((clock) => clock !== null);
  const counts = countsOf(clocks);
  const judged = clocks.filter(({ verdict }) => verdict !== 'cancelled');
  const [done, open] = [judged.filter(({ stopped }) => stopped), judged.filter(({ stopped }) => !stopped)];
  const durations = (of: (clock: ClockFigures) => number) =>
    durationsOf(minutes(done.map(of)), minutes(open.map(of)));
  return {
    compliance: complianceOf(counts),
    counts,
    business: durations(({ ms }) => ms),
    elapsed: durations(({ rawMs }) => rawMs),
  };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function shareOf(issues: readonly IssueFigures[], side: Side): Share {
  return {
    rawMs: total(issues.map(({ sides }) => sides[side].rawMs)),
    businessMs: total(issues.map(({ sides }) => sides[side].businessMs)),
  };
}

function answersOf(issues: readonly IssueFigures[], side: 'us' | 'provider'): Durations {
  return durationsOf(
    minutes(issues.flatMap(({ answers }) => answers[side].givenMs)),
    minutes(issues.flatMap(({ answers }) => answers[side].openMs)),
  );
}

function disciplinePercent(issues: readonly IssueFigures[]): number | null {
  const open = total(issues.map(({ discipline }) => discipline?.openMs ?? 0));
  const covered = total(issues.map(({ discipline }) => discipline?.coveredMs ?? 0));
  return open > 0 ? (covered / open) * 100 : null;
}

/** Adds up the figures of issues, of one provider or of one team. */
export function scoreboardOf(issues: readonly IssueFigures[]): Scoreboard {
  const resolved = issues.filter((issue) => issue.resolved);
  const toVerify = issues.flatMap(({ verifying }) => verifying.openRawMs);
  const verified = issues.flatMap(({ verifying }) => verifying.doneMs);
  return {
    issues: issues.length,
    response: boardOf(issues.map(({ response }) => response)),
    restore: boardOf(issues.map(({ restore }) => restore)),
    resolution: boardOf(issues.map(({ resolution }) => resolution)),
    reopens: reopensOf(resolved.map(({ reopened }) => reopened)),
    repeats: repeatsOf(issues.map(({ occurrences }) => occurrences)),
    failedFixes: rateOf(resolved.filter(({ failedFix }) => failedFix).length, resolved.length),
    chases: total(issues.map(({ chased }) => chased)),
    handOffs: total(issues.map(({ handOffs }) => handOffs)),
    updateDisciplinePercent: disciplinePercent(issues),
    sides: {
      us: shareOf(issues, 'us'),
      provider: shareOf(issues, 'provider'),
      nobody: shareOf(issues, 'nobody'),
    },
    totalMs: total(issues.map(({ totalMs }) => totalMs)),
    disputedHoldMs: total(issues.map(({ disputedHoldMs }) => disputedHoldMs)),
    answers: { us: answersOf(issues, 'us'), provider: answersOf(issues, 'provider') },
    lateReporting: durationsOf(minutes(issues.map(({ unreportedMs }) => unreportedMs))),
    verifying: durationsOf(minutes(verified)),
    unverified: rateOf(
      toVerify.filter((ms) => ms > UNVERIFIED_AFTER).length,
      toVerify.length + verified.length,
    ),
    withdrawn: rateOf(issues.filter(({ withdrawn }) => withdrawn).length, issues.length),
    withoutEvidence: rateOf(issues.filter(({ evidence }) => !evidence).length, issues.length),
  };
}
