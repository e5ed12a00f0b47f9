/** z of the 95 % interval of the standard normal distribution, both tails. */
const Z = 1.959963984540054;

export type Interval95 = readonly [lowPercent: number, highPercent: number];

/** Score interval of a share (Wilson 1927): stays within 0–100 % and is honest for few. null when there is nothing. */
export function wilson95(hits: number, n: number): Interval95 | null {
  if (n <= 0) return null;
  const share = hits / n;
  const centre = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 100 / (1 + (Z * Z) / n);
  return [Math.max(0, (centre - half) * scale), Math.min(100, (centre + half) * scale)];
}

/** How a share may be shown: counts below 5, with its interval below 30. */
export type Manner = 'counts' | 'interval' | 'percent';

export function mannerFor(n: number): Manner {
  if (n < 5) return 'counts';
  return n < 30 ? 'interval' : 'percent';
}

export type Rate = Readonly<{
  hits: number;
  n: number;
  /** null when n = 0. */
  percent: number | null;
  wilson95: Interval95 | null;
  manner: Manner;
}>;

export function rateOf(hits: number, n: number): Rate {
  return {
    hits,
    n,
    percent: n > 0 ? (hits / n) * 100 : null,
    wilson95: wilson95(hits, n),
    manner: mannerFor(n),
  };
}

export type VerdictCounts = Readonly<{
  met: number;
  missed: number;
  openOverdue: number;
  openNotDue: number;
  cancelled: number;
  /** Cannot be shown: told beside the rate, in neither part of it. */
  unproven: number;
}>;

/** met ÷ (met + missed + open and overdue). Not yet due, withdrawn and unproven are left out. */
export function complianceOf({ met, missed, openOverdue }: Omit<VerdictCounts, 'unproven'>): Rate {
  return rateOf(met, met + missed + openOverdue);
}
