import type { CalendarRules } from '../time/calendar.ts';
import { businessMs } from '../time/business-time.ts';
import type { Stretch } from './custody.ts';
import { OWNERS, sideOf, type Owner, type Side } from './owner.ts';

/** Milliseconds by the clock on the wall, and of them in the working hours of whoever had the ball. */
export type Share = Readonly<{ rawMs: number; businessMs: number }>;

export type Ledger = Readonly<{
  /** Σ rawMs of all owners = end − first occurrence. */
  owners: Readonly<Record<Owner, Share>>;
  sides: Readonly<Record<Side, Share>>;
  totalMs: number;
}>;

export type Calendars = Readonly<{ provider: CalendarRules; us: CalendarRules }>;

const NOTHING: Share = { rawMs: 0, businessMs: 0 };

function plus(a: Share, b: Share): Share {
  return { rawMs: a.rawMs + b.rawMs, businessMs: a.businessMs + b.businessMs };
}

function worked({ owner, from, to }: Stretch, calendars: Calendars): number {
  const side = sideOf(owner);
  return side === 'nobody' ? 0 : businessMs(calendars[side], from.at, to.at);
}

/** Who had the ball for how long. The provider's time counts in its calendar, ours in ours, an agreed wait in none. */
export function ledgerOf(stretches: readonly Stretch[], calendars: Calendars): Ledger {
  const owners = Object.fromEntries(OWNERS.map((owner) => [owner, NOTHING])) as Record<Owner, Share>; // as: every owner is named
  const sides: Record<Side, Share> = { us: NOTHING, provider: NOTHING, nobody: NOTHING };
  let totalMs = 0;
  for (const stretch of stretches) {
    const share = { rawMs: stretch.to.at - stretch.from.at, businessMs: worked(stretch, calendars) };
    owners[stretch.owner] = plus(owners[stretch.owner], share);
    sides[sideOf(stretch.owner)] = plus(sides[sideOf(stretch.owner)], share);
    totalMs += share.rawMs;
  }
  return { owners, sides, totalMs };
}
