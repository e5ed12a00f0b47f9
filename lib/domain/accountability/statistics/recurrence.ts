import { DAY, HOUR, type Ms } from '../../time/instant.ts';
import { weekdayOf } from '../../time/civil.ts';
import { zoneOf } from '../../time/zone.ts';
import { burstOf } from './poisson.ts';

export type Sighting = Readonly<{ at: Ms; team: string | null }>;

/** Proposals, editable; printed with every flag. */
export type RecurrenceRules = Readonly<{
  often: Readonly<{ times: number; days: number }>;
  spread: Readonly<{ teams: number; days: number }>;
  back: Readonly<{ days: number }>;
  burst: Readonly<{ least: number; below: number; days: number; baselineDays: number }>;
  pattern: Readonly<{ percent: number; of: number; hours: number }>;
}>;

export const RECURRENCE_RULES: RecurrenceRules = {
  often: { times: 3, days: 30 },
  spread: { teams: 2, days: 7 },
  back: { days: 14 },
  burst: { least: 3, below: 0.01, days: 7, baselineDays: 90 },
  pattern: { percent: 50, of: 5, hours: 3 },
};

/** Which rule fired, on how many, the last time from when to when. */
export type RecurrenceFlag = Readonly<
  { from: Ms; to: Ms; count: number } & (
    | { rule: 'often' | 'spread' | 'back' }
    | { rule: 'burst'; p: number }
    | { rule: 'pattern'; weekday: number; hour: number }
  )
>;

export type Sightings = Readonly<{
  sightings: readonly Sighting[];
  fixedAt: readonly Ms[];
  /** Since when we would have known; without it a burst has nothing to be compared with. */
  observedSince: Ms | null;
  /** Zone whose hours of the week are looked at; without it no time pattern is looked for. */
  tz: string | null;
}>;

/** The last stretch of at most `days` whose sightings satisfy the test. */
function lastWindow(
  sorted: readonly Sighting[],
  days: number,
  fits: (inside: readonly Sighting[]) => boolean,
) {
  for (let end = sorted.length - 1; end >= 0; end -= 1) {
    const to = sorted[end]?.at ?? 0;
    const inside = sorted.slice(0, end + 1).filter(({ at }) => at >= to - days * DAY);
    if (fits(inside)) return { from: inside[0]?.at ?? to, to, count: inside.length };
  }
  return null;
}

const teamsIn = (inside: readonly Sighting[]) =>
  new Set(inside.flatMap(({ team }) => (team === null ? [] : [team]))).size;

function comeBack(sorted: readonly Sighting[], fixedAt: readonly Ms[], days: number): RecurrenceFlag | null {
  const back = sorted.filter(({ at }) => fixedAt.some((fix) => at > fix && at - fix <= days * DAY));
  const last = back.at(-1);
  if (!last) return null;
  const fix = Math.max(...fixedAt.filter((at) => at < last.at));
  return { rule: 'back', from: fix, to: last.at, count: back.length };
}

function burst(
  sorted: readonly Sighting[],
  { days, baselineDays, ...rule }: RecurrenceRules['burst'],
  observedSince: Ms | null,
): RecurrenceFlag | null {
  const to = sorted.at(-1)?.at;
  if (to === undefined || observedSince === null) return null;
  const from = to - days * DAY;
  const baseline = from - baselineDays * DAY;
  if (observedSince > baseline) return null;
  const count = sorted.filter(({ at }) => at > from).length;
  const before = sorted.filter(({ at }) => at > baseline && at <= from).length;
  const { p, flag } = burstOf({ count: before, days: baselineDays }, { count, days }, rule);
  return flag ? { rule: 'burst', from, to, count, p } : null;
}

function pattern(
  sorted: readonly Sighting[],
  { percent, of, hours }: RecurrenceRules['pattern'],
  tz: string | null,
): RecurrenceFlag | null {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (tz === null || sorted.length < of || !first || !last) return null;
  const zone = zoneOf(tz);
  const perHour = Array.from({ length: 168 }, () => 0);
  for (const { at } of sorted) {
    const local = at + zone.offsetAt(at);
    const day = Math.floor(local / DAY);
    const hour = weekdayOf(day) * 24 + Math.floor((local - day * DAY) / HOUR);
    perHour[hour] = (perHour[hour] ?? 0) + 1;
  }
  const inBand = (start: number) =>
    Array.from({ length: hours }, (_, i) => perHour[(start + i) % 168] ?? 0).reduce((a, b) => a + b, 0);
  const best = perHour
    .map((_, start) => inBand(start))
    .reduce((top, n, i, all) => (n > (all[top] ?? 0) ? i : top), 0);
  const count = inBand(best);
  if (count * 100 < percent * sorted.length) return null;
  return {
    rule: 'pattern',
    from: first.at,
    to: last.at,
    count,
    weekday: Math.floor(best / 24),
    hour: best % 24,
  };
}

/** Which rules say that this keeps coming back. They explain themselves; people decide. */
export function recurrenceOf(
  { sightings, fixedAt, observedSince, tz }: Sightings,
  rules: RecurrenceRules = RECURRENCE_RULES,
): RecurrenceFlag[] {
  const sorted = sightings.toSorted((a, b) => a.at - b.at);
  const often = lastWindow(sorted, rules.often.days, (inside) => inside.length >= rules.often.times);
  const spread = lastWindow(sorted, rules.spread.days, (inside) => teamsIn(inside) >= rules.spread.teams);
  return [
    often && { rule: 'often' as const, ...often },
    spread && { rule: 'spread' as const, ...spread },
    comeBack(sorted, fixedAt, rules.back.days),
    burst(sorted, rules.burst, observedSince),
    pattern(sorted, rules.pattern, tz),
  ].filter((flag) => flag !== null);
}
