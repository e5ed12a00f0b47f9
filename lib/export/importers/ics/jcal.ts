import { z } from '../../../domain/z.ts';
import { ICS_LIMITS } from './limits.ts';

/** A line of a calendar as in RFC 7265 (jCal): name, parameters, kind of value, values. */
export type JProperty = Readonly<{ name: string; values: readonly unknown[] }>;
export type JComponent = Readonly<{
  name: string;
  properties: readonly JProperty[];
  parts: readonly JComponent[];
}>;

const property = z.tuple([z.string(), z.unknown(), z.string()], z.unknown());
const component = z.tuple([z.string(), z.array(property), z.array(z.unknown())]);

function componentOf(value: unknown): JComponent | null {
  const read = component.safeParse(value);
  if (!read.success) return null;
  const [name, properties, parts] = read.data;
  return {
    name: name.toLowerCase(),
    properties: properties.map(([key, , , ...values]) => ({ name: key.toLowerCase(), values })),
    parts: parts.flatMap((part) => componentOf(part) ?? []),
  };
}

/** Folded lines put together (RFC 5545, 3.1), so that nothing hides from whoever looks at lines. */
function unfolded(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '');
}

/** Counted before anything is built of it. */
function isTooMuch(text: string): boolean {
  let depth = 0;
  let components = 0;
  for (const [mark] of text.matchAll(/^(?:BEGIN|END) *:/gim)) {
    const begins = mark.toUpperCase().startsWith('BEGIN');
    depth += begins ? 1 : -1;
    if (begins) components += 1;
    if (depth > ICS_LIMITS.depth || components > ICS_LIMITS.components) return true;
  }
  return false;
}

export type JCalendars = Readonly<
  { ok: true; calendars: readonly JComponent[] } | { ok: false; code: 'not-calendar' | 'too-many' }
>;

/** The calendars of a text, parsed by ical.js. */
export async function readCalendars(text: string): Promise<JCalendars> {
  const lines = unfolded(text);
  if (!/^BEGIN:VCALENDAR *$/im.test(lines)) return { ok: false, code: 'not-calendar' };
  if (isTooMuch(lines)) return { ok: false, code: 'too-many' };
  const { default: ICAL } = await import('ical.js');
  let parsed: unknown;
  try {
    parsed = ICAL.parse(lines);
  } catch {
    return { ok: false, code: 'not-calendar' };
  }
  const several = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
  const calendars = several
    .flatMap((one) => componentOf(one) ?? [])
    .filter(({ name }) => name === 'vcalendar');
  return calendars.length > 0 ? { ok: true, calendars } : { ok: false, code: 'not-calendar' };
}
