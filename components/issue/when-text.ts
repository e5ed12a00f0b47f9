import { ABOUT, DAY_BACK, FILLER, MONTH, NOW, UNIT, WEEKDAY } from './when-words.ts';

/** When something happened, as somebody typed it; `plusMinusMin` 0 = exactly then. `now`: no time was named. */
export type Told = Readonly<{ at: Date; plusMinusMin: number; now: boolean }>;

export const LONGEST_WHEN = 60;

type Clock = Readonly<{ hour: number; minute: number | null }>;
type Day = Readonly<{ year: number; month: number; date: number }>;

/** What was read so far. */
type Reading = {
  about: boolean;
  around: number | null;
  back: number | null;
  clock: Clock | null;
  day: ((now: Date, clock: Clock | null) => Day) | null;
};

const dayOf = (date: Date, back = 0): Day => ({
  year: date.getFullYear(),
  month: date.getMonth(),
  date: date.getDate() - back,
});
const at = ({ year, month, date }: Day, clock: Clock): Date =>
  new Date(year, month, date, clock.hour, clock.minute ?? 0);

/** The last such day of the week that is not in the future. */
function lastWeekday(weekday: number) {
  return (now: Date, clock: Clock | null): Day => {
    const back = (now.getDay() - weekday + 7) % 7;
    const later = back === 0 && clock !== null && at(dayOf(now), clock) > now;
    return dayOf(now, later ? 7 : back);
  };
}

/** A date without a year is the last one that is not in the future. */
function dated(date: number, month: number, year: number | null) {
  return (now: Date): Day => {
    const thisYear =
      new Date(now.getFullYear(), month, date) > now ? now.getFullYear() - 1 : now.getFullYear();
    return { year: year === null ? thisYear : year < 100 ? 2000 + year : year, month, date };
  };
}

function clockOf(hour: number, minute: number | null, half: string | undefined): Clock | null {
  const twelve = half !== undefined;
  if (twelve && (hour < 1 || hour > 12)) return null;
  const full = !twelve ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return full > 23 || (minute ?? 0) > 59 ? null : { hour: full, minute };
}

type Rule = Readonly<{
  form: RegExp;
  read: (found: readonly (string | undefined)[], so: Reading) => boolean;
}>;

const num = (text: string | undefined): number => Number(text ?? '');

/** Tried in this order at the beginning of what is left; each takes off at least one character. */
const RULES: readonly Rule[] = [
  { form: /^(?:\s|,)+/, read: () => true },
  {
    form: /^(?:±|\+\s?\/?\s?-|\+−)\s?(\d{1,4})\s?(\p{L}+)?\.?/u,
    read([, size, unit], so) {
      const minutes = unit === undefined ? 1 : UNIT.get(unit);
      if (minutes === undefined || so.around !== null) return false;
      so.around = num(size) * minutes;
      return true;
    },
  },
  {
    form: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/,
    read: ([, year, month, date], so) => setDay(so, num(date), num(month) - 1, num(year)),
  },
  {
    form: /^(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})(?![\d:]))?/,
    read: ([, date, month, year], so) =>
      setDay(so, num(date), num(month) - 1, year === undefined ? null : num(year)),
  },
  {
    form: /^(\d{1,2})\.?\s?(\p{L}{3,9})\.?(?:\s(\d{4}))?/u,
    read([, date, name, year], so) {
      const month = MONTH.get(name ?? '');
      return month !== undefined && setDay(so, num(date), month, year === undefined ? null : num(year));
    },
  },
  {
    form: /^(?:vor\s|-\s?)(\d{1,4})\s?(\p{L}+)\.?(?:\sago)?/u,
    read: ([, size, unit], so) => setBack(so, size, unit),
  },
  { form: /^(\d{1,4})\s?(\p{L}+)\.?\sago/u, read: ([, size, unit], so) => setBack(so, size, unit) },
  {
    form: /^(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?(?![\d\p{L}])/u,
    read([, hour, minute, half], so) {
      const clock = clockOf(num(hour), minute === undefined ? null : num(minute), half);
      if (clock === null || so.clock !== null) return false;
      so.clock = clock;
      return true;
    },
  },
  {
    form: /^(\p{L}+|~)\.?/u,
    read([, word = ''], so) {
      const [back, weekday] = [DAY_BACK.get(word), WEEKDAY.get(word)];
      if (ABOUT.has(word)) so.about = true;
      else if (NOW.has(word)) so.back ??= 0;
      else if (so.day === null && back !== undefined) so.day = (now) => dayOf(now, back);
      else if (so.day === null && weekday !== undefined) so.day = lastWeekday(weekday);
      else return FILLER.has(word);
      return true;
    },
  },
];

function setDay(so: Reading, date: number, month: number, year: number | null): boolean {
  if (so.day !== null || month < 0 || month > 11 || date < 1 || date > 31) return false;
  so.day = dated(date, month, year);
  return true;
}

function setBack(so: Reading, size: string | undefined, unit: string | undefined): boolean {
  const minutes = UNIT.get(unit ?? '');
  if (minutes === undefined || so.back !== null) return false;
  so.back = num(size) * minutes;
  return true;
}

function readAll(text: string): Reading | null {
  const so: Reading = { about: false, around: null, back: null, clock: null, day: null };
  let rest = text;
  while (rest !== '') {
    const hit = RULES.map(({ form, read }) => ({ found: form.exec(rest), read })).find(
      ({ found, read }) => found !== null && read(found, so),
    );
    if (hit?.found == null) return null;
    rest = rest.slice(hit.found[0].length);
  }
  return so;
}

/** How inexact "about" is where nobody said: a round hour is rounder than 10:10. */
function vague({ about, clock, back }: Reading): number {
  if (!about) return 0;
  if (back !== null) return Math.max(5, Math.min(720, Math.round(back / 4)));
  return clock?.minute == null ? 30 : 10;
}

/**
 * Reads "10:15", "about 10, ± 30 min", "yesterday 9:30", "2 h ago", "Mon 14:00", "23.11. 8 Uhr" on the reader's clock.
 * A time without a day is the last one that has passed; a day without a time is its noon, give or take twelve hours.
 * null: not understood.
 */
export function whenOf(text: string, now: Date): Told | null {
  const so = readAll(text.slice(0, LONGEST_WHEN).trim().toLowerCase());
  if (so === null) return null;
  const { clock, day, back } = so;
  const plusMinusMin = so.around ?? vague(so);
  if (back !== null) {
    if (clock !== null || day !== null) return null;
    // Days ago are as inexact as a day.
    const around = back >= 1440 && so.around === null ? Math.max(plusMinusMin, 720) : plusMinusMin;
    return {
      at: new Date(now.getTime() - back * 60_000),
      plusMinusMin: around,
      now: back === 0 && around === 0,
    };
  }
  if (clock === null && day === null) return { at: now, plusMinusMin, now: plusMinusMin === 0 };
  if (clock === null) {
    const noon = at(day?.(now, null) ?? dayOf(now), { hour: 12, minute: 0 });
    return { at: noon > now ? now : noon, plusMinusMin: so.around ?? 720, now: false };
  }
  const today = at(dayOf(now), clock);
  const moment = day === null ? (today > now ? at(dayOf(now, 1), clock) : today) : at(day(now, clock), clock);
  return { at: moment, plusMinusMin, now: false };
}
