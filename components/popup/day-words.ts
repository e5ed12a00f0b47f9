const DAY_MS = 86_400_000;
/** Beyond this people think in dates. */
const MONTH = 31;

const midnight = (at: Date): number => new Date(at).setHours(0, 0, 0, 0);

/** `today`, `yesterday`, `3 days ago`, then the date. */
export function dayWords(at: Date, now: Date, tag: string): string {
  // Rounded, because a day with a change of the clocks has 23 or 25 hours.
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS);
  return Math.abs(days) < MONTH
    ? new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-days, 'day')
    : at.toLocaleDateString(tag, { dateStyle: 'medium' });
}
