type Ymd = Readonly<{ year: number; month: number; day: number }>;

const readers = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that an instant falls on in a zone. */
function ymd(at: Date, zone: string): Ymd {
  let reader = readers.get(zone);
  if (!reader) {
    reader = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    readers.set(zone, reader);
  }
  const found = new Map(reader.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  return { year: found.get('year') ?? 0, month: found.get('month') ?? 0, day: found.get('day') ?? 0 };
}

/** Calendar days from `at` to `now` in `zone`: 0 today, 1 yesterday, −1 tomorrow; never confused by DST. */
export function daysBetween(at: Date, now: Date, zone: string): number {
  const from = ymd(at, zone);
  const to = ymd(now, zone);
  const dayMs = 86_400_000;
  return Math.round(
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / dayMs,
  );
}

export function sameYear(at: Date, now: Date, zone: string): boolean {
  return ymd(at, zone).year === ymd(now, zone).year;
}
