/** Agreements and working hours are kept by the date from which they hold; dates are plain, in the zone of the thing. */
type Dated = Readonly<{ validFrom: string }>;

/** What holds on a date; null before the first. */
export function versionOn<V extends Dated>(versions: readonly V[], date: string): V | null {
  return versions.findLast(({ validFrom }) => validFrom <= date) ?? null;
}

/** With one more, in order. One from the same date is replaced: it is the same change, written better. */
export function withVersion<V extends Dated>(versions: readonly V[], added: V): V[] {
  return [...versions.filter(({ validFrom }) => validFrom !== added.validFrom), added].toSorted((a, b) =>
    a.validFrom < b.validFrom ? -1 : 1,
  );
}

/** Without the one from that date; the last one stays, since something always holds. */
export function withoutVersion<V extends Dated>(versions: readonly V[], validFrom: string): V[] {
  const left = versions.filter((version) => version.validFrom !== validFrom);
  return left.length > 0 ? left : [...versions];
}

/** The date on which the next one takes over; null when none does. */
export function holdsUntil(versions: readonly Dated[], { validFrom }: Dated): string | null {
  return versions.find((version) => version.validFrom > validFrom)?.validFrom ?? null;
}
