/** P(X ≥ k) for a Poisson count with this mean: how likely so many are by chance. */
export function poissonTail(mean: number, k: number): number {
  if (k <= 0) return 1;
  let term = Math.exp(-mean);
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= mean / (i + 1);
  }
  return Math.max(0, 1 - below);
}

export type Burst = Readonly<{ mean: number; p: number; flag: boolean }>;

/** Whether k in a window are more than the count of a longer time before makes likely. */
export function burstOf(
  before: Readonly<{ count: number; days: number }>,
  window: Readonly<{ count: number; days: number }>,
  rule: Readonly<{ least: number; below: number }> = { least: 3, below: 0.01 },
): Burst {
  const mean = (before.count / before.days) * window.days;
  const p = poissonTail(mean, window.count);
  return { mean, p, flag: window.count >= rule.least && p < rule.below };
}
