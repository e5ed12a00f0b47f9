import type { Agreement, AgreementVersion } from '../directory/agreement.ts';
import { civilOf, endOfMonth, parseDate, type Day } from '../time/civil.ts';
import { DAY, MINUTE, type Ms } from '../time/instant.ts';
import { lengthOf, united, type Span } from '../time/spans.ts';
import { zoneOf } from '../time/zone.ts';
import type { Outage } from './outages.ts';
import type { MeasuredAvailability } from './scorecards.ts';
import { availabilityOf, wholeMinutesDown } from './statistics/availability.ts';
import type { Estimate } from './statistics/lost-time.ts';
import { versionAt } from './terms-of.ts';

type Agreed = NonNullable<AgreementVersion['availability']>;

/** Why it cannot be shown: nobody counts users; nothing was recorded yet; it may have been an outage; times leave room. */
export type AvailabilityDoubt = 'users' | 'unobserved' | 'unsure' | 'times';

/** How one month, quarter or year of a contract went. Spans in ms; shares in percent. */
export type AvailabilityWindow = Readonly<{
  span: Span;
  window: NonNullable<Agreed['window']>;
  targetMilliPercent: number;
  /** Down by the clock on the wall: certainly, as entered, at most. */
  downMs: Estimate;
  /** Of the whole window, as if nothing more happened; by the most, as entered, by the least. null: it cannot be said. */
  percent: Estimate | null;
  verdict: 'met' | 'missed' | 'open' | 'unproven';
  doubt: AvailabilityDoubt | null;
  /** Credit in percent: certainly reached, and reached if all that is in doubt was down. null: no tiers, or cannot be said. */
  credit: Readonly<{ sure: number; most: number }> | null;
  /** What was, or may have been, down in it. */
  outages: readonly Outage[];
}>;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The day after the month, quarter or year of a day. */
function windowEnd(day: Day, window: keyof typeof MONTHS): Day {
  const after = MONTHS[window] - ((civilOf(day).month - 1) % MONTHS[window]);
  return endOfMonth(day, after - 1) + 1;
}

type Reading = 'low' | 'likely' | 'high';

/** The outages by one reading, cut to a span; what is still down lasts until `asOf`. */
function spansBy(reading: Reading, outages: readonly Outage[], [from, to]: Span, asOf: Ms): Span[] {
  const [begin, end] = ({ low: ['latest', 'earliest'], likely: ['at', 'at'], high: ['earliest', 'latest'] } as const)[reading]; // prettier-ignore
  return united(
    outages
      .filter(({ sure }) => sure || reading === 'high')
      .flatMap(({ spans }) => spans)
      .map((span): Span => [
        Math.max(span.from[begin], from),
        Math.min(span.to?.[end] ?? asOf, to, Math.max(asOf, from)),
      ]),
  );
}

function downOf(spans: readonly Span[], { wholeMinutesOnly }: Agreed): number {
  return wholeMinutesOnly ? wholeMinutesDown(spans) * MINUTE : lengthOf(spans);
}

/** In whole numbers: 99.9 % of a month is met to the millisecond. */
const reaches = (total: number, down: number, milliPercent: number): boolean =>
  Math.max(0, total - down) * 100_000 >= milliPercent * total;

function creditOf(tiers: AgreementVersion['creditTiers'], total: number, down: number): number {
  const reached = (tiers ?? []).filter((tier) => !reaches(total, down, tier.belowMilliPercent));
  return Math.max(0, ...reached.map(({ creditPercent }) => creditPercent));
}

type Around = Readonly<{ asOf: Ms; observedSince: Ms }>;

function oneWindow(
  span: Span,
  version: AgreementVersion,
  agreed: Agreed,
  outages: readonly Outage[],
  { asOf, observedSince }: Around,
): AvailabilityWindow {
  const total = span[1] - span[0];
  const by = (reading: Reading) => downOf(spansBy(reading, outages, span, asOf), agreed);
  const downMs: Estimate = { low: by('low'), likely: by('likely'), high: by('high') };
  const countable = agreed.unit === 'minutes';
  const percentAt = (down: number) => availabilityOf(total, down).percent ?? 0;
  const kept = (down: number) => reaches(total, down, agreed.targetMilliPercent);
  const hit = outages.filter((one) => spansBy('high', [{ ...one, sure: true }], span, asOf).length > 0);
  const doubt = ((): AvailabilityDoubt | null => {
    if (!countable) return 'users';
    if (!kept(downMs.low)) return null;
    if (!kept(downMs.high)) return hit.some(({ sure }) => !sure) ? 'unsure' : 'times';
    return span[0] < observedSince ? 'unobserved' : null;
  })();
  const verdict = ((): AvailabilityWindow['verdict'] => {
    if (doubt !== null) return 'unproven';
    if (!kept(downMs.low)) return 'missed';
    return span[1] > asOf ? 'open' : 'met';
  })();
  return {
    span,
    window: agreed.window ?? 'month',
    targetMilliPercent: agreed.targetMilliPercent,
    downMs,
    percent: countable
      ? { low: percentAt(downMs.high), likely: percentAt(downMs.likely), high: percentAt(downMs.low) }
      : null,
    verdict,
    doubt,
    credit:
      countable && version.creditTiers
        ? {
            sure: creditOf(version.creditTiers, total, downMs.low),
            most: creditOf(version.creditTiers, total, downMs.high),
          }
        : null,
    outages: hit,
  };
}

export type AvailabilityInput = Readonly<{
  agreement: Agreement;
  /** Of this agreement or of others, which are left out. */
  outages: readonly Outage[];
  /** Half-open; windows that reach into it. null: all. */
  period: Readonly<{ from: Ms; to: Ms }> | null;
  /** Since when we record at all; before it nothing can be shown. null: unknown. */
  observedSince: Ms | null;
  asOf: Ms;
}>;

/** A century of months: dates further off are typing errors. */
const MOST_WINDOWS = 1200;

/**
 * The months (quarters, years) of a contract with an agreed availability, newest first. The version in force when one
 * begins decides about all of it; the first begins with the contract. Pure.
 */
export function availabilityWindows({
  agreement,
  outages,
  period,
  observedSince,
  asOf,
}: AvailabilityInput): AvailabilityWindow[] {
  const { tz, type, versions } = agreement;
  const [first] = versions;
  const contractDay = first === undefined ? null : parseDate(first.validFrom);
  if (type === 'none' || contractDay === null || observedSince === null) return [];
  const zone = zoneOf(tz);
  const midnight = (day: Day): Ms => zone.instantOf(day * DAY);
  const own = outages.filter((one) => one.agreement === agreement.id);
  const since = Math.max(observedSince, period?.from ?? observedSince);
  const found: AvailabilityWindow[] = [];
  let day = contractDay;
  for (let looked = 0; looked < MOST_WINDOWS; looked += 1) {
    const from = midnight(day);
    if (from > asOf || (period !== null && from >= period.to)) break;
    const version = versionAt(agreement, from);
    const agreed = version?.availability;
    day = windowEnd(day, agreed?.window ?? 'month');
    if (version && agreed && midnight(day) > since)
      found.push(oneWindow([from, midnight(day)], version, agreed, own, { asOf, observedSince }));
  }
  return found.toReversed();
}

/** Over all windows together, as entered, and how many there were; null: nothing could be counted. For the scorecard. */
export function availabilityOver(windows: readonly AvailabilityWindow[]): MeasuredAvailability {
  const counted = windows.filter(({ percent }) => percent !== null);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const { percent } = availabilityOf(
    sum(counted.map(({ span }) => span[1] - span[0])),
    sum(counted.map(({ downMs }) => downMs.likely)),
  );
  return { percent, n: counted.length };
}
