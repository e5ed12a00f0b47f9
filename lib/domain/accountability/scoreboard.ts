import type { Share } from './ledger.ts';
import type { Side } from './owner.ts';
import type { Rate, VerdictCounts } from './statistics/compliance.ts';
import type { Durations } from './statistics/durations.ts';
import type { Reopens, Repeats } from './statistics/fix-quality.ts';

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
  /** Share of the open business time that had a word within the agreed interval, and of how many issues; null when none was agreed. */
  updateDiscipline: Readonly<{ percent: number | null; n: number }>;
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
