import type { DayOff } from '../../../domain/directory/day-off.ts';
import { fileKind } from '../file-kind.ts';
import { addEvent, movedOnes, type Found } from './events.ts';
import { readCalendars } from './jcal.ts';
import { ICS_LIMITS, TookTooLong } from './limits.ts';

export type IcsProblem = 'empty' | 'too-large' | 'not-utf8' | 'not-calendar' | 'too-many' | 'no-days';

/** The whole days of a calendar file. */
export type IcsDays = Readonly<{
  ok: true;
  days: readonly DayOff[];
  /** Entries with a time of day: appointments, not closures. */
  timed: number;
  /** Entries that could not be read, and repeated ones of which only the first day could. */
  unread: number;
}>;
export type IcsResult = IcsDays | Readonly<{ ok: false; code: IcsProblem }>;

export type IcsYears = Readonly<{ from: number; to: number }>;

type TextRead = Readonly<{ ok: true; text: string } | { ok: false; code: IcsProblem }>;

async function textOfFile(file: Blob): Promise<TextRead> {
  if (file.size > ICS_LIMITS.bytes) return { ok: false, code: 'too-large' };
  const kind = await fileKind(file);
  if (kind === 'empty') return { ok: false, code: 'empty' };
  if (kind === 'text-utf16') return { ok: false, code: 'not-utf8' };
  if (kind === 'picture' || kind === 'pdf' || kind === 'packed' || kind === 'zip')
    return { ok: false, code: 'not-calendar' };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { ok: false, code: 'not-utf8' };
  }
}

function inOrder(days: readonly DayOff[]): DayOff[] {
  const byText = new Map(days.map((day) => [`${day.date} ${day.name}`, day]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, day]) => day);
}

/**
 * The whole days in a calendar file (RFC 5545) in these years, by date. Dates are taken as they stand: they have no zone.
 * `now` in milliseconds, of any clock that does not jump.
 */
export async function readIcs(file: Blob, years: IcsYears, now: () => number): Promise<IcsResult> {
  const read = await textOfFile(file);
  if (!read.ok) return read;
  const parsed = await readCalendars(read.text);
  if (!parsed.ok) return parsed;
  const events = parsed.calendars.flatMap(({ parts }) => parts.filter(({ name }) => name === 'vevent'));
  const found: Found = { days: [], timed: 0, unread: 0 };
  const begin = now();
  const { default: ical } = await import('ical.js');
  const reading = {
    ical,
    from: `${years.from}-01-01`,
    until: `${years.to}-12-31`,
    moved: movedOnes(events),
    checkTime: () => {
      if (now() - begin > ICS_LIMITS.ms) throw new TookTooLong();
    },
  };
  try {
    for (const event of events) addEvent(event, reading, found);
  } catch (error) {
    if (error instanceof TookTooLong) return { ok: false, code: 'too-many' };
    throw error;
  }
  if (found.days.length > ICS_LIMITS.days) return { ok: false, code: 'too-many' };
  if (found.days.length === 0) return { ok: false, code: 'no-days' };
  const { timed, unread } = found;
  return { ok: true, days: inOrder(found.days), timed, unread };
}
