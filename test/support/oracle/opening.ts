import type { CalendarRules, OpeningHours } from '../../../lib/domain/time/calendar.ts';
import type { Walls } from './wall.ts';

const MINUTE = 60_000;

function neighbour(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

type Plan = Readonly<{ windows: readonly (readonly [string, string])[]; special: boolean; shift: boolean }>;

function planOf({ versions }: CalendarRules, date: string): Plan {
  const before = versions.filter(({ validFrom }) => validFrom <= date);
  const hours: OpeningHours = (before.at(-1) ?? versions[0])?.hours ?? { weekly: {} };
  const shift = hours.holidayPolicy === 'shift';
  const exception = hours.exceptions?.[date];
  if (exception) return { windows: exception, special: true, shift };
  const yearDay = date.slice(5);
  for (const { from, to, windows } of hours.recurring ?? []) {
    const inside = from > to ? yearDay >= from || yearDay <= to : yearDay >= from && yearDay <= to;
    if (inside) return { windows, special: true, shift };
  }
  const day = DAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 'sun';
  return { windows: hours.weekly[day] ?? [], special: false, shift };
}

/** Windows that begin on a date, as readings of the wall: `2026-03-29 09:00` up to `2026-03-29 17:00`. */
function windowsOf(calendar: CalendarRules, date: string): [string, string][] {
  const { windows, shift } = planOf(calendar, date);
  const next = neighbour(date, 1);
  return windows.map(([from, to]): [string, string] => {
    if (to > from) return [`${date} ${from}`, `${date} ${to}`];
    const cut = !shift && planOf(calendar, next).special;
    return [`${date} ${from}`, cut ? `${date} 24:00` : `${next} ${to}`];
  });
}

/** Open or not, minute by minute. */
export function openMinutes(calendar: CalendarRules, { highest, dates }: Walls): Uint8Array {
  const open = new Uint8Array(highest.length);
  for (const { date, first, end } of dates) {
    for (const [from, to] of [...windowsOf(calendar, date), ...windowsOf(calendar, neighbour(date, -1))]) {
      for (let minute = first; minute < end; minute += 1) {
        const reading = highest[minute] ?? '';
        if (reading >= to) break;
        if (from <= reading) open[minute] = 1;
      }
    }
  }
  return open;
}

export type Prepared = Readonly<{ from: number; open: Uint8Array }>;
type Pauses = readonly (readonly [number, number])[];

const paused = (pauses: Pauses, at: number) => pauses.some(([from, to]) => from <= at && at < to);

/** Open minutes between two whole minutes, one step at a time. */
export function walkBusiness({ from, open }: Prepared, a: number, b: number, pauses: Pauses): number {
  let minutes = 0;
  for (let at = a; at < b; at += MINUTE) {
    if (open[(at - from) / MINUTE] === 1 && !paused(pauses, at)) minutes += 1;
  }
  return minutes;
}

/** The end of the minute that used up the target; null when it was not used up by the end of what was prepared. */
export function walkDue({ from, open }: Prepared, a: number, target: number, pauses: Pauses): number | null {
  let left = target;
  if (left === 0) return a;
  for (let i = (a - from) / MINUTE; i < open.length; i += 1) {
    const at = from + i * MINUTE;
    if (open[i] !== 1 || paused(pauses, at)) continue;
    left -= 1;
    if (left === 0) return at + MINUTE;
  }
  return null;
}
