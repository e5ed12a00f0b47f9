import { civilOf, dayOf } from './civil.ts';
import { DAY, HOUR, MINUTE, SECOND } from './instant.ts';

export type MailDate = Readonly<{
  /** ms since 1970 */
  ms: number;
  /** As the sender wrote it, in minutes east of UTC; null: it names no zone of its own. */
  offsetMin: number | null;
}>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FORM =
  /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+([+-]\d{4}|[a-z]{1,5})(?:\s*\([^()]{0,60}\))?$/iu;

/** The time of a Date header (RFC 5322 §3.3); null for anything else, and for days and hours that do not exist. */
export function readMailDate(header: string): MailDate | null {
  const parts = FORM.exec(header.trim());
  if (parts === null) return null;
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '0', zone = ''] = parts;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const offset = offsetOf(zone);
  if (month === 0 || offset === undefined) return null;
  if (Number(year) < 1970 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const date = dayOf(Number(year), month, Number(day));
  const civil = civilOf(date);
  if (civil.month !== month || civil.day !== Number(day)) return null;
  const inDay = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return { ms: date * DAY + inDay - (offset ?? 0) * MINUTE, offsetMin: offset };
}

/** undefined: not a zone that has one meaning. */
function offsetOf(zone: string): number | null | undefined {
  // RFC 5322: "-0000" is a time in UTC by somebody whose zone is not told.
  if (zone === '-0000') return null;
  if (/^(?:gmt|ut|utc|z)$/iu.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/u.exec(zone) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  const all = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? 0 - all : all;
}
