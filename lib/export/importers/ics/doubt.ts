import type { DayOff } from '../../../domain/directory/day-off.ts';

/** What calendars also hold although nothing is closed: the change of the clock. In the languages of common feeds. */
const CLOCK_CHANGE =
  /daylight[ -]?saving|summer ?time|winter ?time|clocks? (?:change|go)|time change|\bdst\b|sommerzeit|winterzeit|zeitumstellung|heure d['’](?:été|hiver)|ora (?:legale|solare)|horario de (?:verano|invierno)|zomertijd|wintertijd/i;

/** Feeds of Google and others say of a day that it is kept, not free. */
const OBSERVANCE =
  /^\s*(?:observance|feier- oder gedenktag|gedenktag|jour commémoratif|not a public holiday)/i;

/** Whether the entry of a calendar is to be left unticked until somebody says that it counts. */
export function doubtOf(name: string, description: string): DayOff['doubt'] {
  return CLOCK_CHANGE.test(name) || OBSERVANCE.test(description) ? 'no_holiday' : null;
}
