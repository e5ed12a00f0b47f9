import { visibleText } from '../../../domain/privacy/display.ts';
import { cutAt } from '../../../domain/text/cut.ts';

/** Something that is due at a moment. `uid` is the same in every file, so that a second one moves the entry. */
export type DueEntry = Readonly<{
  uid: string;
  /** UTC, ISO 8601. */
  at: string;
  title: string;
  text: string;
  category: string;
  /** How often it was moved. */
  moves: number;
}>;

type About = Readonly<{ name: string; madeAt: string; version: string }>;

const TITLE = 250;
const oneLine = (text: string): string => cutAt(visibleText(text).replaceAll(/\s+/gu, ' ').trim(), TITLE);

/** An iCalendar file (RFC 5545), written by ical.js: one event of a quarter of an hour for each entry, ending when it is due. */
export async function calendarText(entries: readonly DueEntry[], about: About): Promise<string> {
  const { default: ical } = await import('ical.js');
  // The blank that it puts before a folded line is not counted.
  ical.foldLength = 74;
  const time = (instant: string, minutes = 0) =>
    ical.Time.fromJSDate(new Date(Date.parse(instant) + minutes * 60_000), true);
  const calendar = new ical.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', `-//Casebook//Casebook ${about.version}//EN`);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', oneLine(about.name));
  for (const { uid, at, title, text, category, moves } of entries) {
    const event = new ical.Component('vevent');
    event.addPropertyWithValue('uid', `${uid}@casebook.invalid`);
    event.addPropertyWithValue('dtstamp', time(about.madeAt));
    event.addPropertyWithValue('dtstart', time(at, -15));
    event.addPropertyWithValue('dtend', time(at));
    event.addPropertyWithValue('summary', oneLine(title));
    event.addPropertyWithValue('description', visibleText(text));
    event.addPropertyWithValue('categories', oneLine(category));
    event.addPropertyWithValue('sequence', moves);
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
