import { businessMs, dueAt } from '../../lib/domain/time/business-time.ts';
import { calendarRules, type CalendarRules } from '../../lib/domain/time/calendar.ts';
import { weekdayOf } from '../../lib/domain/time/civil.ts';
import { zoneOf } from '../../lib/domain/time/zone.ts';
import { compare, type SectionResult } from './figures.ts';

const QUERIES = 1_000_000;
const RUNS = 7;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2020, 0, 1);
const DAYS = 6 * 366;

function office(): CalendarRules {
  const weekly = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
  );
  return calendarRules.parse({
    tz: 'Europe/Berlin',
    versions: [{ validFrom: '2020-01-01', hours: { weekly } }],
  });
}

/** The same hours in plain arrays, asked with a binary search and nothing else: what no query can do without. */
function plainSearch() {
  const zone = zoneOf('Europe/Berlin');
  const days = Array.from({ length: DAYS }, (_, i) => FROM / DAY + i).filter((day) => weekdayOf(day) < 5);
  const starts = Float64Array.from(days, (day) => zone.instantOf(day * DAY + 9 * HOUR));
  const ends = Float64Array.from(days, (day) => zone.instantOf(day * DAY + 17 * HOUR));
  const before = new Float64Array(days.length + 1);
  for (let i = 0; i < days.length; i += 1)
    before[i + 1] = (before[i] ?? 0) + (ends[i] ?? 0) - (starts[i] ?? 0);

  const lastUpTo = (sorted: Float64Array, value: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const until = (at: number): number => {
    const i = lastUpTo(starts, at);
    return i < 0 ? 0 : (before[i] ?? 0) + Math.min(at, ends[i] ?? 0) - (starts[i] ?? 0);
  };
  return {
    business: (from: number, to: number) => until(to) - until(from),
    due: (from: number, target: number) => {
      const wanted = until(from) + target;
      const i = lastUpTo(before, wanted - 1);
      return (starts[i] ?? 0) + wanted - (before[i] ?? 0);
    },
  };
}

type Query = (from: number, length: number) => number;

/** Nanoseconds of processor time for one query; the sum keeps the work from being left out. */
function timed(query: Query, sums: number[]): number {
  let sum = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < QUERIES; i += 1) {
    const from = FROM + 10 * DAY + ((i * 7_919_777) % (5 * 365 * DAY));
    sum += query(from, (i % 40) * HOUR + 1);
  }
  const { user, system } = process.cpuUsage(start);
  sums.push(sum);
  return ((user + system) * 1000) / QUERIES;
}

/** One after the other in turn, so that what else the machine does falls on both. */
function measured(what: string, ours: Query, plain: Query) {
  const [mine, theirs]: [number[], number[]] = [[], []];
  const sums: number[] = [];
  timed(ours, []);
  timed(plain, []);
  for (let run = 0; run < RUNS; run += 1) {
    mine.push(timed(ours, sums));
    theirs.push(timed(plain, sums));
  }
  if (new Set(sums).size !== 1)
    throw new Error('The bench compared two things that do not give the same answers.');
  return compare({ what, ours: mine, against: theirs, named: 'plain binary search', atMost: 3, unit: 'ns' });
}

export async function clocksSection(): Promise<SectionResult> {
  const calendar = office();
  const plain = plainSearch();
  businessMs(calendar, FROM, FROM + DAYS * DAY);
  return {
    figures: [
      measured(
        'working time between two instants',
        (from, length) => businessMs(calendar, from, from + length),
        (from, length) => plain.business(from, from + length),
      ),
      measured(
        'due time of a target',
        (from, length) => dueAt(calendar, from, length) ?? 0,
        (from, length) => plain.due(from, length),
      ),
    ],
    notes: [
      `${QUERIES.toLocaleString('en')} queries over six years of a Monday-to-Friday calendar, ${RUNS} runs in turn; processor time per query.`,
      'Against a binary search over the same windows in prepared arrays; both must give the same sum. Measured in Node, where the same code runs.',
    ],
  };
}
