import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { milliPercentText, readMilliPercent } from '../../../lib/domain/directory/read-percent.ts';

type Availability = NonNullable<AgreementVersion['availability']>;
type Decimal = '.' | ',';

export const UNITS = ['minutes', 'userMinutes'] as const satisfies readonly Availability['unit'][];
export const DOWN_PRIORITIES = ['1', '2', '3', '4', '5'] as const;

/** As typed; shares as people write them: `99.9`. */
export type AvailabilityDraft = Readonly<{
  mode: 'none' | 'agreed';
  target: string;
  window: NonNullable<Availability['window']>;
  unit: Availability['unit'];
  wholeMinutesOnly: boolean;
  excludesMaintenance: boolean;
  downPriority: (typeof DOWN_PRIORITIES)[number];
  tiers: readonly TierDraft[];
}>;
export type TierDraft = Readonly<{ below: string; credit: string }>;
export type TierProblem = 'below' | 'twice' | 'credit';
export type AvailabilityProblems = Readonly<{
  target: boolean;
  /** By the number of its line. */
  tiers: ReadonlyMap<number, TierProblem>;
}>;

export const MOST_TIERS = 20;

export function availabilityDraft(
  { availability, creditTiers = [] }: AgreementVersion,
  decimal: Decimal,
): AvailabilityDraft {
  const { targetMilliPercent, window, unit, wholeMinutesOnly, excludesMaintenance, downPriority } =
    availability ?? {};
  return {
    mode: availability === undefined ? 'none' : 'agreed',
    target: targetMilliPercent === undefined ? '' : milliPercentText(targetMilliPercent, decimal),
    window: window ?? 'month',
    unit: unit ?? 'minutes',
    wholeMinutesOnly: wholeMinutesOnly ?? false,
    excludesMaintenance: excludesMaintenance ?? true,
    downPriority: DOWN_PRIORITIES.find((one) => one === String(downPriority)) ?? '1',
    tiers: creditTiers.map(({ belowMilliPercent, creditPercent }) => ({
      below: milliPercentText(belowMilliPercent, decimal),
      credit: String(creditPercent),
    })),
  };
}

/** A line in which nothing is written says nothing. */
const isBlank = ({ below, credit }: TierDraft): boolean => below.trim() === '' && credit.trim() === '';

export const wholePercent = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 100 ? Number(text) : null;

export function availabilityProblems({ mode, target, tiers }: AvailabilityDraft): AvailabilityProblems {
  const found = new Map<number, TierProblem>();
  const seen = new Set<number>();
  for (const [at, tier] of tiers.entries()) {
    if (isBlank(tier)) continue;
    const below = readMilliPercent(tier.below);
    if (below === null || below === 0) found.set(at, 'below');
    else if (seen.has(below)) found.set(at, 'twice');
    else if (wholePercent(tier.credit) === null) found.set(at, 'credit');
    if (below !== null) seen.add(below);
  }
  return { target: mode === 'agreed' && !readMilliPercent(target), tiers: found };
}

/** What was not written down and holds by itself stays unwritten. Call it when there is no problem. */
export function availabilityFrom(draft: AvailabilityDraft, base: AgreementVersion) {
  const { mode, unit, wholeMinutesOnly, excludesMaintenance, window } = draft;
  const before = base.availability;
  const downPriority = Number(draft.downPriority);
  const availability: Availability = {
    targetMilliPercent: readMilliPercent(draft.target) ?? 0,
    ...(window === 'month' && before?.window === undefined ? {} : { window }),
    unit,
    wholeMinutesOnly,
    excludesMaintenance,
    ...(downPriority === 1 && before?.downPriority === undefined ? {} : { downPriority }),
  };
  const tiers = draft.tiers
    .filter((tier) => !isBlank(tier))
    .map(({ below, credit }) => ({
      belowMilliPercent: readMilliPercent(below) ?? 0,
      creditPercent: Number(credit),
    }))
    .toSorted((a, b) => b.belowMilliPercent - a.belowMilliPercent);
  return {
    ...(mode === 'none' ? {} : { availability }),
    ...(tiers.length === 0 ? {} : { creditTiers: tiers }),
  };
}
