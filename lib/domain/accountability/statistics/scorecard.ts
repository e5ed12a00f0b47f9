/** One part of a scorecard; `score` 0..100, null = not measured. */
export type Part = Readonly<{ weight: number; score: number | null }>;

export type Score = Readonly<{
  /** Mean of the measured parts by their weights; null when nothing was measured. */
  score: number | null;
  /** Share of the weights that was measured. Printed with every score. */
  coveragePercent: number;
}>;

/** What was not measured is left out and said so; it never counts as 0. */
export function scoreOf(parts: readonly Part[]): Score {
  let [all, measured, sum] = [0, 0, 0];
  for (const { weight, score } of parts) {
    all += weight;
    if (score === null) continue;
    measured += weight;
    sum += weight * score;
  }
  return {
    score: measured > 0 ? sum / measured : null,
    coveragePercent: all > 0 ? (measured / all) * 100 : 0,
  };
}

/** 0 at the floor, 100 at the target, straight between; the floor may lie above the target (less is better). */
export function pointsFor(value: number, floor: number, target: number): number {
  return Math.min(100, Math.max(0, ((value - floor) / (target - floor)) * 100));
}
