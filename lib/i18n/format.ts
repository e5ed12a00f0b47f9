import { daysBetween, sameYear } from './day.ts';

/** How people say numbers, times and sizes. Instants are ISO 8601 strings; durations are milliseconds. */
export type Format = Readonly<{
  tag: string;
  zone: string;
  number(value: number): string;
  percent(share: number): string;
  /** `14:02` */
  time(at: string, zone?: string): string;
  /** `3 Nov 2026` */
  date(at: string, zone?: string): string;
  /** `Today 14:02`, `Tomorrow 9:00`, `Tue 14:02` (of the days around), `3 Nov, 14:02`, `3 Nov 2025, 14:02` */
  dayTime(at: string, now: Date, zone?: string): string;
  /** The same within a sentence: `today 14:02` */
  when(at: string, now: Date, zone?: string): string;
  /** `Mon 23 Nov 2026, 14:02`: for lists in which the day of the week counts */
  weekdayTime(at: string, zone?: string): string;
  /** `Today`, `Yesterday`, `Tuesday`, `3 Nov 2026`: headings of a list by day */
  day(at: string, now: Date, zone?: string): string;
  /** Everything, with seconds and zone: `Tuesday, 3 November 2026 at 14:02:05 CET` */
  full(at: string, zone?: string): string;
  /** `3 days ago`, `in 2 hours` */
  ago(at: string, now: Date): string;
  /** `1.2 MB`, decimal units as file managers use them */
  bytes(bytes: number): string;
  /** `420 ms`, `1.4 s`, `6 h 50 min`, `3 days 2 h` */
  duration(ms: number): string;
  /** Time of the clock on the wall, in whole minutes: `48 h 50 min`, from three days on `3 days 2 h` */
  elapsed(ms: number): string;
  /** Working time, never in days, because a day of work is not one of 24 hours: `9 h 30 min`, `1,240 h` */
  worked(ms: number): string;
  list(items: readonly string[]): string;
}>;

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function upperFirst(text: string, tag: string): string {
  const first = text.slice(0, 1);
  return first.toLocaleUpperCase(tag) + text.slice(1);
}

/** @param zone IANA zone of the reader; a record's own zone can be given per call. */
export function createFormat(tag: string, zone: string): Format {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const numbers = new Map<string, Intl.NumberFormat>();

  // Making an Intl object costs ~50 µs, formatting ~1 µs: lists of thousands need the cache.
  function date(at: string | Date, options: Intl.DateTimeFormatOptions, inZone: string): string {
    const key = `${inZone} ${JSON.stringify(options)}`;
    let made = dates.get(key);
    if (!made) {
      made = new Intl.DateTimeFormat(tag, { ...options, timeZone: inZone });
      dates.set(key, made);
    }
    return made.format(typeof at === 'string' ? new Date(at) : at);
  }
  function number(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = JSON.stringify(options);
    let made = numbers.get(key);
    if (!made) {
      made = new Intl.NumberFormat(tag, options);
      numbers.set(key, made);
    }
    return made.format(value);
  }
  const unit = (value: number, name: string, digits = 0, unitDisplay: 'short' | 'long' = 'short') =>
    number(value, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });

  // 08:02 lines up under 14:02; with am and pm people write 8:02.
  const twelve = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  const clock = { hour: twelve ? 'numeric' : '2-digit', minute: '2-digit' } as const;
  const shortDate = { day: 'numeric', month: 'short' } as const;

  function hoursAndMinutes(minutes: number): string {
    if (minutes < 60) return `${number(minutes)} min`;
    // Beyond a thousand hours nobody reads minutes.
    if (minutes >= 60_000) return `${number(Math.round(minutes / 60))} h`;
    const rest = minutes % 60;
    const hours = `${number(Math.floor(minutes / 60))} h`;
    return rest === 0 ? hours : `${hours} ${rest} min`;
  }
  function elapsed(ms: number): string {
    const minutes = Math.round(ms / 60_000);
    if (minutes === 0 && ms > 0) return '< 1 min';
    if (minutes < 72 * 60) return hoursAndMinutes(minutes);
    const hours = Math.round(minutes / 60);
    const days = unit(Math.floor(hours / 24), 'day', 0, 'long');
    return hours % 24 === 0 ? days : `${days} ${hours % 24} h`;
  }

  function when(at: string, now: Date, inZone = zone): string {
    const then = new Date(at);
    const days = daysBetween(then, now, inZone);
    if (Math.abs(days) <= 1) return `${relative.format(-days, 'day')} ${date(then, clock, inZone)}`;
    if (Math.abs(days) < 7) return date(then, { weekday: 'short', ...clock }, inZone);
    const year = sameYear(then, now, inZone) ? {} : ({ year: 'numeric' } as const);
    return date(then, { ...shortDate, ...year, ...clock }, inZone);
  }

  const format: Format = {
    tag,
    zone,
    number: (value) => number(value),
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 0 }),
    time: (at, inZone = zone) => date(at, clock, inZone),
    date: (at, inZone = zone) => date(at, { ...shortDate, year: 'numeric' }, inZone),
    dayTime: (at, now, inZone = zone) => upperFirst(when(at, now, inZone), tag),
    when,
    weekdayTime: (at, inZone = zone) =>
      date(at, { weekday: 'short', ...shortDate, year: 'numeric', ...clock }, inZone),
    day(at, now, inZone = zone) {
      const then = new Date(at);
      const days = daysBetween(then, now, inZone);
      if (days === 0 || days === 1) return upperFirst(relative.format(-days, 'day'), tag);
      if (days > 1 && days < 7) return upperFirst(date(then, { weekday: 'long' }, inZone), tag);
      return date(then, { weekday: 'short', ...shortDate, year: 'numeric' }, inZone);
    },
    full: (at, inZone = zone) =>
      date(
        at,
        {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          ...clock,
          second: '2-digit',
          timeZoneName: 'short',
        },
        inZone,
      ),
    ago(at, now) {
      const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000);
      const size = Math.abs(seconds);
      if (size < 60) return relative.format(seconds, 'second');
      if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
      return relative.format(-daysBetween(new Date(at), now, zone), 'day');
    },
    bytes(bytes) {
      const step = bytes < 1000 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
      const value = bytes / 1000 ** step;
      return unit(value, BYTE_UNITS[step] ?? 'byte', step > 0 && value < 100 ? 1 : 0);
    },
    duration(ms) {
      if (ms < 1000) return `${number(Math.round(ms))} ms`;
      const seconds = ms / 1000;
      if (seconds < 60) return `${number(seconds, { maximumFractionDigits: seconds < 10 ? 1 : 0 })} s`;
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return `${minutes} min`;
      const hours = Math.floor(minutes / 60);
      if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
      const days = unit(Math.floor(hours / 24), 'day', 0, 'long');
      return hours % 24 === 0 ? days : `${days} ${hours % 24} h`;
    },
    elapsed,
    worked: (ms) => (ms > 0 && ms < 30_000 ? '< 1 min' : hoursAndMinutes(Math.round(ms / 60_000))),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
  return format;
}
