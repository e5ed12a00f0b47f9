import { HOUR, MINUTE, SECOND, type Ms } from './instant.ts';

const OFFSET = /GMT(?:([+\-\u2212])(\d{2}):(\d{2})(?::(\d{2}))?)?/;

/**
 * How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. The one place that asks the browser's
 * time zone data. The form of the answer is pinned down (language, digits), so that neither the language nor the zone of
 * the machine can change it. Throws RangeError for an unknown zone.
 */
export function offsetReader(tz: string): (at: Ms) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    numberingSystem: 'latn',
    timeZoneName: 'longOffset',
  });
  return (at) => {
    const found = OFFSET.exec(format.format(at));
    if (!found) throw new Error(`The browser does not tell the offset of the zone ${tz}.`);
    const [, sign, hours, minutes = 0, seconds = 0] = found;
    if (hours === undefined) return 0;
    const ms = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
    return sign === '+' ? ms : -ms;
  };
}

/** Whether this browser's time zone data know the zone. */
export function isZone(tz: string): boolean {
  try {
    offsetReader(tz);
    return true;
  } catch {
    return false;
  }
}
