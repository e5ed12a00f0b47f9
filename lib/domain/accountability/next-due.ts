import type { Ms } from '../time/instant.ts';
import type { Account } from './account.ts';

export type ClockName = keyof Account['clocks'];

/** The next thing that the provider owes us by a known time. `overdue`: that time has certainly passed. */
export type NextDue = Readonly<{ clock: ClockName; at: Ms; overdue: boolean; atRisk: boolean }>;

/** The earliest due time of the clocks that still run; null when none runs towards one. */
export function nextDue({ clocks }: Account): NextDue | null {
  const { response, update, restore, resolution } = clocks;
  const due: NextDue[] = [];
  for (const [name, clock] of Object.entries({ response, restore, resolution })) {
    if (clock?.dueAt == null || clock.stoppedAt !== null) continue;
    const overdue = clock.verdict === 'overdue';
    due.push({ clock: name as ClockName, at: clock.dueAt, overdue, atRisk: clock.atRisk }); // as: three of its keys
  }
  if (update?.dueAt != null)
    due.push({ clock: 'update', at: update.dueAt, overdue: update.overdue, atRisk: false });
  return due.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

/** What we owe: to report it, to answer a question, to say whether the fix holds. */
export type OurDuty = Readonly<{ duty: 'report' | 'answer' | 'verify'; since: Ms }>;

export function ourDuty({ owner, ownerSince }: Account): OurDuty | null {
  if (ownerSince === null) return null;
  if (owner === 'us_unreported') return { duty: 'report', since: ownerSince };
  if (owner === 'us_info') return { duty: 'answer', since: ownerSince };
  return owner === 'us_verify' ? { duty: 'verify', since: ownerSince } : null;
}
