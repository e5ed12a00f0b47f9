/** Words of time as people type them; both languages at once, because people mix them and nothing is ambiguous. */
const WEEKDAYS = [
  ['sunday', 'sonntag', 'sun', 'so'],
  ['monday', 'montag', 'mon', 'mo'],
  ['tuesday', 'dienstag', 'tue', 'tues', 'di'],
  ['wednesday', 'mittwoch', 'wed', 'mi'],
  ['thursday', 'donnerstag', 'thu', 'thur', 'thurs', 'do'],
  ['friday', 'freitag', 'fri', 'fr'],
  ['saturday', 'samstag', 'sonnabend', 'sat', 'sa'],
] as const;

const MONTHS = [
  ['jan', 'january', 'januar', 'jänner'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'mär', 'märz', 'mrz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
] as const;

const numbered = (lists: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((words, i) => words.map((word) => [word, i] as const)));

export const WEEKDAY = numbered(WEEKDAYS);
export const MONTH = numbered(MONTHS);

/** Whole days back from today. */
export const DAY_BACK: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['heute', 0],
  ['yesterday', 1],
  ['gestern', 1],
  ['vorgestern', 2],
]);

/** In minutes. */
export const UNIT: ReadonlyMap<string, number> = new Map([
  ...['m', 'min', 'mins', 'minute', 'minutes', 'minuten'].map((word) => [word, 1] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'std', 'stunde', 'stunden'].map((word) => [word, 60] as const),
  ...['d', 'day', 'days', 'tag', 'tage', 'tagen'].map((word) => [word, 1440] as const),
]);

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const NOW = words('now jetzt gerade eben just');
export const ABOUT = words('~ about around approx approximately circa ca etwa ungefähr gegen');
/** Say nothing about the time. */
export const FILLER = words('at on um am den the uhr clock , of');
