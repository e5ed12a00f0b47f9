import type { Instant } from '../domain/ledger/primitives.ts';

/** A moment as entries carry it. */
export type Moment = Readonly<{ at: Instant; zone: string; offsetMin: number }>;

/** The moment with this machine's zone and its offset then, in minutes east of UTC. */
export function momentOf(
  date: Date,
  zone: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Moment {
  // 0 − x and not −x: entries must never hold minus zero (RFC 8785).
  return { at: date.toISOString(), zone, offsetMin: 0 - date.getTimezoneOffset() };
}

/** What every entry written by the user of this profile carries besides its moment. */
export const BY_US = { certainty: 'exact', by: { side: 'us' } } as const;
