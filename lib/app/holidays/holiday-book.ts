import type { HolidaysTypes } from 'date-holidays';
import { datesBetween, type DayOff } from '../../domain/directory/day-off.ts';
import { dateText, parseDate } from '../../domain/time/civil.ts';
import { DAY, HOUR } from '../../domain/time/instant.ts';
import { cutAt } from '../../domain/text/cut.ts';

/** A country, a state of it, or a region of that. */
export type Place = Readonly<{ code: string; name: string }>;
export type PlaceCode = Readonly<{ country: string; state?: string; region?: string }>;

/** The public holidays of the world by country, state and region. */
export type HolidayBook = Readonly<{
  /** By name in the language of `tag`. */
  countries(tag: string): readonly Place[];
  states(country: string, tag: string): readonly Place[];
  regions(country: string, state: string, tag: string): readonly Place[];
  /** In order of the dates. */
  daysOff(place: PlaceCode, years: readonly number[], tag: string): readonly DayOff[];
}>;

/** `DE-BY`, `DE-BY-A`: where the days of a calendar came from. */
export function placeText({ country, state, region }: PlaceCode): string {
  return [country, state, region].filter((part) => part !== undefined && part !== '').join('-');
}

const languageOf = (tag: string) => new Intl.Locale(tag).language;

function places(names: Readonly<Record<string, string>> | undefined, tag: string): Place[] {
  const { compare } = new Intl.Collator(tag);
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** The browser's own name of a country; not every code of the library is one. */
function countryNames(names: Readonly<Record<string, string>>, tag: string): Record<string, string> {
  const browser = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  return Object.fromEntries(
    Object.entries(names).map(([code, name]) => [
      code,
      /^[A-Z]{2}$/.test(code) ? (browser.of(code) ?? name) : name,
    ]),
  );
}

const FULL_DAY = '00:00';

/** Nothing lasts longer; a wrong rule of the library must not close a year. */
const LONGEST = 31;

/** `date` is the wall time where the holiday is; a feast that begins the evening before has the date of its first full day. */
function daysOf({ date, start, end, name, type, ...rest }: HolidaysTypes.Holiday): DayOff[] {
  const [first, from] = [date.slice(0, 10), date.slice(11, 16)];
  const day = parseDate(first);
  if (day === null) return [];
  const note = 'note' in rest && typeof rest.note === 'string' ? cutAt(rest.note, 200) : '';
  const doubt = type === 'bank' ? 'bank' : note === '' ? null : 'some';
  const one = { name: cutAt(name, 200), doubt, note } as const;
  if (from !== FULL_DAY) return [{ ...one, date: first, closedFrom: from }];
  // An hour of summer time must not make a day more or less.
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + 2 * HOUR) / DAY));
  return datesBetween(first, dateText(day + days), LONGEST).map((each) => ({
    ...one,
    date: each,
    closedFrom: null,
  }));
}

const byDate = (a: DayOff, b: DayOff) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Loads the tables: 1.3 MB, only when somebody looks for holidays. */
export async function openHolidayBook(): Promise<HolidayBook> {
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays();
  return {
    countries: (tag) => places(countryNames(all.getCountries(languageOf(tag)), tag), tag),
    states: (country, tag) => places(all.getStates(country, languageOf(tag)), tag),
    regions: (country, state, tag) => places(all.getRegions(country, state, languageOf(tag)), tag),
    daysOff({ country, state, region }, years, tag) {
      const place = { country, ...(state ? { state } : {}), ...(region ? { region } : {}) };
      const book = new Holidays(place, { types: ['public', 'bank'], languages: [languageOf(tag), 'en'] });
      const found = [...new Set(years)].flatMap((year) => book.getHolidays(year).flatMap(daysOf));
      const known = new Set<string>();
      return found.toSorted(byDate).filter(({ date, name, closedFrom }) => {
        const same = `${date} ${closedFrom ?? ''} ${name}`;
        return known.has(same) ? false : (known.add(same), true);
      });
    },
  };
}
