/**
 * The slow oracle reads clocks on walls, minute by minute, and knows nothing else: no offsets, no arithmetic with time
 * zones, none of the code it is compared with.
 */
const MINUTE = 60_000;

export type Walls = Readonly<{
  from: number;
  /**
   * The highest reading so far at each minute from `from` on, `2026-03-29 03:00`. A clock that is set back shows times
   * again that have been; "the first instant at which it reads X or later" is the first minute whose highest is X.
   */
  highest: readonly string[];
  /** The minutes of each date shown, in order. */
  dates: readonly Readonly<{ date: string; first: number; end: number }>[];
}>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: tz,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(tz, made);
  return made;
}

function datesIn(highest: readonly string[]): Walls['dates'] {
  const found: { date: string; first: number; end: number }[] = [];
  for (const [minute, reading] of highest.entries()) {
    const last = found.at(-1);
    if (last && reading.startsWith(last.date)) last.end = minute + 1;
    else found.push({ date: reading.slice(0, 10), first: minute, end: minute + 1 });
  }
  return found;
}

/** Reads the wall every minute; begins two days early, so that the highest reading is right from the start. */
export function readWalls(tz: string, from: number, to: number): Walls {
  const format = formatOf(tz);
  const early = 2 * 1440;
  const highest: string[] = [];
  let high = '';
  for (let at = from - early * MINUTE; at <= to; at += MINUTE) {
    const reading = format.format(at);
    if (reading > high) high = reading;
    highest.push(high);
  }
  const shown = highest.slice(early);
  return { from, highest: shown, dates: datesIn(shown) };
}
