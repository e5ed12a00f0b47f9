import { dayOf, parseDate, type Day } from '../time/civil.ts';
import { DAY, HOUR, MINUTE, SECOND, type Ms } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';

/** Which of two numbers is the day where both could be: `03/04/2026`. */
export type DateOrder = 'dmy' | 'mdy';

/** What a cell says: a reading of a clock, of which zone it may not say. Written like UTC. */
export type Clock = Readonly<{ local: number; precision: 'second' | 'minute' | 'day'; offset: Ms | null }>;

/** It happened between `from` and `to`, both included. */
export type Reading = Readonly<{ from: Ms; to: Ms }>;

export type ClockRead = Readonly<
  { ok: true; clock: Clock } | { ok: false; reason: 'no-time' | 'no-such-day' | 'which-order' }
>;

const MONTHS = new Map<string, number>(
  [
    ['jan', 'januar', 'january', 'janner'],
    ['feb', 'februar', 'february'],
    ['mar', 'marz', 'mrz', 'march'],
    ['apr', 'april'],
    ['may', 'mai'],
    ['jun', 'juni', 'june'],
    ['jul', 'juli', 'july'],
    ['aug', 'august'],
    ['sep', 'sept', 'september'],
    ['oct', 'okt', 'oktober', 'october'],
    ['nov', 'november'],
    ['dec', 'dez', 'dezember', 'december'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

const LONGEST = 60;
const WEEKDAY = /^\p{L}{2,10}\.?,\s+(?=\d)/u;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\S.*))?$/u;
const NUMBERS = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[T ,]+(\S.*))?$/u;
const DAY_FIRST = /^(\d{1,2})[-/. ]{1,2}(\p{L}{3,9})[-/., ]{1,2}(\d{4}|\d{2})(?:[T ,]+(\S.*))?$/u;
const MONTH_FIRST = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,]+(\S.*))?$/u;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(am|pm|a\.m\.|p\.m\.)?(?: ?uhr)?\s?(?:(z|utc|gmt)|(?:utc|gmt)?([+-])(\d{2}):?(\d{2}))?$/iu;

const century = (year: string): number => Number(year) + (year.length === 2 ? 2000 : 0);

function dateOf(year: number, month: number, day: number): Day | null {
  const text = (n: number, width = 2) => String(n).padStart(width, '0');
  return month < 1 || month > 12 || day < 1 || year < 1970 || year > 2200
    ? null
    : parseDate(`${text(year, 4)}-${text(month)}-${text(day)}`) === null
      ? null
      : dayOf(year, month, day);
}

type Dated = Readonly<{ day: Day | null; rest: string | undefined }>;

function monthOf(name: string | undefined): number {
  const plain = (name ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  return MONTHS.get(plain) ?? 0;
}

function dated(text: string, order: DateOrder | null): Dated | 'which-order' | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return { day: dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), rest: iso[4] };
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first = '', sign, second = '', year = '', rest] = numbers;
    // With dots the day comes first, everywhere.
    const by = sign === '.' ? 'dmy' : (order ?? orderOf(Number(first), Number(second)));
    if (by === null) return 'which-order';
    const [day, month] = by === 'dmy' ? [first, second] : [second, first];
    return { day: dateOf(century(year), Number(month), Number(day)), rest };
  }
  const named = DAY_FIRST.exec(text);
  if (named)
    return { day: dateOf(century(named[3] ?? ''), monthOf(named[2]), Number(named[1])), rest: named[4] };
  const american = MONTH_FIRST.exec(text);
  if (american)
    return { day: dateOf(Number(american[3]), monthOf(american[1]), Number(american[2])), rest: american[4] };
  return null;
}

/** null: both could be the day. */
function orderOf(first: number, second: number): DateOrder | null {
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : first === second ? 'dmy' : null;
}

function timeOf(
  text: string,
): Readonly<{ ms: number; precision: 'second' | 'minute'; offset: Ms | null }> | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, h = '', m = '', s, half, utc, sign, zoneHours, zoneMinutes] = found;
  const [hour, minute, second] = [Number(h), Number(m), Number(s ?? 0)];
  if (minute > 59 || second > 59 || hour > 23) return null;
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  const ahead = Number(zoneHours ?? 0) * HOUR + Number(zoneMinutes ?? 0) * MINUTE;
  const offset = sign === undefined ? (utc === undefined ? null : 0) : sign === '+' ? ahead : -ahead;
  return {
    ms: hours * HOUR + minute * MINUTE + second * SECOND,
    precision: s === undefined ? 'minute' : 'second',
    offset,
  };
}

/** @param order null: not chosen; then only what can be read in one way is read */
export function readClock(cell: string, order: DateOrder | null): ClockRead {
  const text = cell.trim().replaceAll(/[\s\u00a0\u202f]+/gu, ' ');
  if (text.length > LONGEST) return { ok: false, reason: 'no-time' };
  const found = dated(text.replace(WEEKDAY, ''), order);
  if (found === null) return { ok: false, reason: 'no-time' };
  if (found === 'which-order') return { ok: false, reason: found };
  if (found.day === null) return { ok: false, reason: 'no-such-day' };
  if (found.rest === undefined)
    return { ok: true, clock: { local: found.day * DAY, precision: 'day', offset: null } };
  const time = timeOf(found.rest);
  if (time === null) return { ok: false, reason: 'no-time' };
  return {
    ok: true,
    clock: { local: found.day * DAY + time.ms, precision: time.precision, offset: time.offset },
  };
}

/** What the cells of a file tell about the order of day and month. `open`: all of them can be read both ways. */
export type OrderFound = DateOrder | 'open' | 'both' | 'none';

export function findOrder(cells: Iterable<string>): OrderFound {
  let [dmy, mdy, open] = [false, false, false];
  for (const cell of cells) {
    if (cell.length > LONGEST) continue;
    const found = NUMBERS.exec(cell.trim().replaceAll(/[\s\u00a0\u202f]+/gu, ' '));
    if (!found || found[2] === '.') continue;
    const [first, second] = [Number(found[1]), Number(found[3])];
    if (first > 12) dmy = true;
    else if (second > 12) mdy = true;
    else if (first !== second) open = true;
  }
  if (dmy && mdy) return 'both';
  if (dmy || mdy) return dmy ? 'dmy' : 'mdy';
  return open ? 'open' : 'none';
}

/** When that was. A time that the zone's clock shows twice is either of both. @param tz of clocks that do not say theirs */
export function readingOf({ local, precision, offset }: Clock, tz: string): Reading {
  const lasts = precision === 'second' ? SECOND : MINUTE;
  if (offset !== null) return { from: local - offset, to: local - offset + lasts - 1 };
  const zone = zoneOf(tz);
  const from = zone.instantOf(local);
  if (precision === 'day') return { from, to: zone.instantOf(local + DAY) - 1 };
  const second = local - zone.offsetAt(from + 3 * HOUR);
  const twice = second > from && second + zone.offsetAt(second) === local;
  return { from, to: (twice ? second : from) + lasts - 1 };
}
