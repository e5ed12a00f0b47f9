import type { OpeningHours } from '../time/calendar.ts';

export type DayWindows = NonNullable<OpeningHours['weekly']['mon']>;

/** Why typed opening hours cannot be understood, and which part of them. */
export type HoursProblem = Readonly<
  | { problem: 'unreadable' | 'no_such_time' | 'same'; part: string }
  | { problem: 'overlap'; part: string; other: string }
  | { problem: 'too_many' }
>;
export type HoursRead =
  Readonly<{ ok: true; windows: DayWindows }> | (Readonly<{ ok: false }> & HoursProblem);

const DAY_MINUTES = 1440;
const MOST = 48;
const two = (n: number) => String(n).padStart(2, '0');

/** `08:00`, `8`, `8.30`, `8:30 am`, `0830`, `8h30`, `8 Uhr`; null where it is no time. Minutes since midnight. */
function readTime(text: string): number | 'unreadable' | 'no_such_time' {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h|uhr)?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!found) return 'unreadable';
  const [, typedHours, typedMinutes = '0', half] = found;
  const minutes = Number(typedMinutes);
  let hours = Number(typedHours);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return 'no_such_time';
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return 'no_such_time';
  return hours * 60 + minutes;
}

export const wallText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

type Window = Readonly<{ from: number; to: number; part: string }>;

function readWindow(part: string): Window | (Readonly<{ ok: false }> & HoursProblem) {
  const [from = '', to = '', ...more] = part.split(/\s*(?:-|–|—|−|\bto\b|\bbis\b)\s*/iu);
  if (to === '' || more.length > 0) return { ok: false, problem: 'unreadable', part };
  const [start, end] = [readTime(from), readTime(to)];
  if (start === 'unreadable' || end === 'unreadable') return { ok: false, problem: 'unreadable', part };
  if (start === 'no_such_time' || end === 'no_such_time' || start === DAY_MINUTES)
    return { ok: false, problem: 'no_such_time', part };
  if (start === 0 && end === 0) return { from: 0, to: DAY_MINUTES, part };
  if (start === end) return { ok: false, problem: 'same', part };
  return { from: start, to: end, part };
}

/**
 * Opening hours of one day as people write them: `9–12, 13:00-17:00`, `22:00–06:00` into the next day, `0–24`. Nothing
 * typed: closed. In order; two that overlap are a mistake to be shown, not to be merged in silence.
 */
export function readHours(typed: string): HoursRead {
  const parts = typed
    .split(/[,;/]|\s(?:and|und)\s/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > MOST) return { ok: false, problem: 'too_many' };
  const windows: Window[] = [];
  for (const part of parts) {
    const read = readWindow(part);
    if ('ok' in read) return read;
    windows.push(read);
  }
  windows.sort((a, b) => a.from - b.from);
  for (const [i, { from, part }] of windows.entries()) {
    const before = windows[i - 1];
    if (!before) continue;
    const end = before.to <= before.from ? before.to + DAY_MINUTES : before.to;
    if (from < end) return { ok: false, problem: 'overlap', part: before.part, other: part };
  }
  return { ok: true, windows: windows.map(({ from, to }) => [wallText(from), wallText(to)]) };
}

/** The same the other way round; '' = closed. */
export function hoursText(windows: DayWindows | undefined): string {
  return (windows ?? []).map(([from, to]) => `${from}–${to}`).join(', ');
}

/** Minutes open on a day without a change of the clocks. */
export function openMinutes(windows: DayWindows | undefined): number {
  return (windows ?? []).reduce((sum, [from, to]) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return sum + (end <= start ? end + DAY_MINUTES : end) - start;
  }, 0);
}
