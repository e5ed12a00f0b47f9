import type { Scoreboard } from './scoreboard.ts';
import type { Rate } from './statistics/compliance.ts';
import type { Durations } from './statistics/durations.ts';
import type { PromiseKeeping } from './statistics/promises.ts';
import { pointsFor, scoreOf, type Score } from './statistics/scorecard.ts';

/** A part of a scorecard with what it was measured by. `floor` gives 0 points, `target` 100. */
export type CardPart = Readonly<{
  key: string;
  weight: number;
  floor: number;
  target: number;
  /** null: not measured, or too few. */
  value: number | null;
  n: number;
  score: number | null;
}>;
export type Scorecard = Score & Readonly<{ parts: readonly CardPart[] }>;

export type Grade = Readonly<{ weight: number; floor: number; target: number }>;

/** Proposals; editable, and printed beside the score. */
export const PROVIDER_GRADES = {
  response: { weight: 20, floor: 50, target: 95 },
  resolution: { weight: 25, floor: 50, target: 90 },
  commitments: { weight: 20, floor: 50, target: 95 },
  fixQuality: { weight: 15, floor: 30, target: 5 },
  communication: { weight: 10, floor: 50, target: 95 },
  availability: { weight: 10, floor: 98, target: 99.9 },
} as const satisfies Readonly<Record<string, Grade>>;

export const OUR_GRADES = {
  /** Median minutes of our working hours. */
  answers: { weight: 25, floor: 960, target: 240 },
  reporting: { weight: 20, floor: 480, target: 30 },
  verifying: { weight: 15, floor: 50, target: 5 },
  evidence: { weight: 10, floor: 50, target: 10 },
  withdrawn: { weight: 10, floor: 30, target: 5 },
  commitments: { weight: 20, floor: 50, target: 95 },
} as const satisfies Readonly<Record<string, Grade>>;

/** Fewer than this are told as counts and give no points. */
const FEWEST = 5;

type Measured = Readonly<{ value: number | null; n: number }>;
/** Over so many months, quarters or years of contracts. */
export type MeasuredAvailability = Readonly<{ percent: number | null; n: number }>;

const ofRate = ({ percent, n }: Pick<Rate, 'percent' | 'n'>): Measured => ({ value: percent, n });
const ofMedian = ({ median, n }: Durations): Measured => ({ value: median, n });

function part(
  key: string,
  { weight, floor, target }: Grade,
  { value, n }: Measured,
  fewest = FEWEST,
): CardPart {
  const measured = n >= fewest ? value : null;
  const score = measured === null ? null : pointsFor(measured, floor, target);
  return { key, weight, floor, target, value: measured, n, score };
}

function cardOf(parts: readonly CardPart[]): Scorecard {
  return { ...scoreOf(parts), parts };
}

/** The worse of reopened and seen again: both say that a fix did not hold. */
function fixQuality({ reopens, failedFixes }: Scoreboard): Measured {
  const { percent, n } = reopens.issues;
  return { value: percent === null ? null : Math.max(percent, failedFixes.percent ?? 0), n };
}

export type ProviderGrades = Readonly<Record<keyof typeof PROVIDER_GRADES, Grade>>;
export type OurGrades = Readonly<Record<keyof typeof OUR_GRADES, Grade>>;

/** Every minute of a month counts for the availability, so that one month is enough; null: it is not known here. */
export function providerCard(
  board: Scoreboard,
  promises: PromiseKeeping,
  availability: MeasuredAvailability | null,
  grades: ProviderGrades = PROVIDER_GRADES,
): Scorecard {
  return cardOf([
    part('response', grades.response, ofRate(board.response.compliance)),
    part('resolution', grades.resolution, ofRate(board.resolution.compliance)),
    part('commitments', grades.commitments, ofRate(promises.kept)),
    part('fixQuality', grades.fixQuality, fixQuality(board)),
    part('communication', grades.communication, ofRate(board.updateDiscipline)),
    part('availability', grades.availability, ofRate(availability ?? { percent: null, n: 0 }), 1),
  ]);
}

/** The same card for ourselves. */
export function ourCard(
  board: Scoreboard,
  promises: PromiseKeeping,
  grades: OurGrades = OUR_GRADES,
): Scorecard {
  return cardOf([
    part('answers', grades.answers, ofMedian(board.answers.us)),
    part('reporting', grades.reporting, ofMedian(board.lateReporting)),
    part('verifying', grades.verifying, ofRate(board.unverified)),
    part('evidence', grades.evidence, ofRate(board.withoutEvidence)),
    part('withdrawn', grades.withdrawn, ofRate(board.withdrawn)),
    part('commitments', grades.commitments, ofRate(promises.kept)),
  ]);
}
