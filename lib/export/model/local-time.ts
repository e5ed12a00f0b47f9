const pad = (value: number) => String(value).padStart(2, '0');

/** `UTC+01:00` */
export function offsetText(offsetMin: number): string {
  const minutes = Math.abs(offsetMin);
  return `UTC${offsetMin < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The clock on the wall where it was written: `2026-11-23 14:02:05`. Sorts and parses in every spreadsheet. */
export function localTime(at: string, offsetMin: number): string {
  const time = Date.parse(at) + offsetMin * 60_000;
  // Instants of the far past or future stay as they are: a Date beyond its range has no calendar.
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return at;
  return new Date(time).toISOString().slice(0, -5).replace('T', ' ');
}

/** `2026-11-23 14:02:05 UTC+01:00` */
export function zonedTime(at: string, offsetMin: number): string {
  return `${localTime(at, offsetMin)} ${offsetText(offsetMin)}`;
}
