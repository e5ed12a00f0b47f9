import { MINUTE } from '../time/instant.ts';
import type { Ledger, Share } from './ledger.ts';

/** Milliseconds in whole units; the parts and their sum fit each other. */
export type LedgerSum = Readonly<{
  totalMs: number;
  provider: Share;
  /** Ours without the time before we reported. */
  us: Share;
  unreported: Share;
  /** Waits that both agreed on. */
  agreed: Share;
  /** Between a verification and coming back: nobody's. */
  closed: Share;
}>;

/**
 * Rounds so that the parts still add up to the rounded sum: each is rounded down, and the units that are missing go to
 * those that lost most (Hamilton's method). A part that is not nothing may still show as 0.
 */
export function roundedTogether(parts: readonly number[], unit: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const down = parts.map((part) => Math.floor(part / unit));
  let left = Math.round(total / unit) - down.reduce((sum, units) => sum + units, 0);
  const byLoss = parts
    .map((part, i) => ({ i, lost: part / unit - (down[i] ?? 0) }))
    .toSorted((a, b) => b.lost - a.lost || a.i - b.i);
  for (const { i } of byLoss) {
    if (left <= 0) break;
    down[i] = (down[i] ?? 0) + 1;
    left -= 1;
  }
  return down.map((units) => units * unit);
}

/** From here on minutes say nothing to anybody: whole hours. */
const LONG = 72 * 60 * MINUTE;

/** What the sentence of the sum is made of: who had the ball for how long, by the clock and in working hours. */
export function sumOf({ owners, sides, totalMs }: Ledger): LedgerSum {
  const unit = totalMs < LONG ? MINUTE : 60 * MINUTE;
  const raw = [
    sides.provider.rawMs,
    owners.us_info.rawMs + owners.us_verify.rawMs,
    owners.us_unreported.rawMs,
    owners.agreed.rawMs,
    owners.closed.rawMs,
  ];
  const [provider = 0, us = 0, unreported = 0, agreed = 0, closed = 0] = roundedTogether(raw, unit);
  // Working time is part of the time before it: shown, it must not be more.
  const share = (rawMs: number, businessMs: number): Share => ({
    rawMs,
    businessMs: Math.min(rawMs, Math.round(businessMs / unit) * unit),
  });
  return {
    totalMs: provider + us + unreported + agreed + closed,
    provider: share(provider, sides.provider.businessMs),
    us: share(us, owners.us_info.businessMs + owners.us_verify.businessMs),
    unreported: share(unreported, owners.us_unreported.businessMs),
    agreed: share(agreed, 0),
    closed: share(closed, 0),
  };
}
