import type { Instant } from '../ledger/primitives.ts';
import { dateText, dayOf } from './civil.ts';

/** A point in time: milliseconds since 1970-01-01T00:00Z, leap seconds not counted (POSIX time). */
export type Ms = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const digits = (text: string, from: number, to: number) => Number(text.slice(from, to));

/** An instant of an entry in milliseconds. The form is fixed, so that no parser of dates is asked. */
export function msOf(at: Instant): Ms {
  const day = dayOf(digits(at, 0, 4), digits(at, 5, 7), digits(at, 8, 10));
  const time = digits(at, 11, 13) * HOUR + digits(at, 14, 16) * MINUTE + digits(at, 17, 23) * SECOND;
  return day * DAY + Math.round(time);
}

/** The other way round: `2026-11-23T14:02:05.123Z`. */
export function instantOf(ms: Ms): Instant {
  const day = Math.floor(ms / DAY);
  const rest = Math.round(ms - day * DAY);
  const part = (unit: number, size: number, width = 2) =>
    String(Math.floor(rest / unit) % size).padStart(width, '0');
  return `${dateText(day)}T${part(HOUR, 24)}:${part(MINUTE, 60)}:${part(SECOND, 60)}.${part(1, 1000, 3)}Z`;
}
