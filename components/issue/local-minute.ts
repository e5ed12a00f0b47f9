import { localDay } from '../../lib/app/log/log-filter.ts';

/** As `datetime-local` fields write it: `2026-11-23T14:02` on the reader's clock. */
export function localMinute(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** null unless it is a time not later than `now`. The present minute means "just now", with its seconds. */
export function momentOfMinute(value: string, now: Date): Date | null {
  if (value === localMinute(now)) return now;
  const moment = new Date(value);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) || Number.isNaN(moment.getTime())) return null;
  return moment.getTime() > now.getTime() ? null : moment;
}
