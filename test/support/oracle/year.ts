import { calendarRules, type CalendarRules } from '../../../lib/domain/time/calendar.ts';
import type { OracleCase, OracleEvent, OraclePolicy } from './case.ts';
import { openMinutes } from './opening.ts';
import { randomFrom, type Random } from './random.ts';
import { readWalls, type Walls } from './wall.ts';

const MINUTE = 60_000;
export const YEAR_BEGINS = Date.UTC(2026, 0, 1);
const YEAR = 365 * 1440;
/** Reports of December may be open at the end: the year is looked at some days later. */
export const AS_OF = YEAR + 10 * 1440;
const TABLE = AS_OF + 60 * 1440;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];
const week = (...windows: [string, string][]) => Object.fromEntries(DAYS.map((day) => [day, windows]));
const calendar = (tz: string, hours: unknown): CalendarRules =>
  calendarRules.parse({ tz, versions: [{ validFrom: '2025-01-01', hours }] });

export type YearSide = Readonly<{ name: string; calendar: CalendarRules; open: Uint8Array }>;

const known = new Map<string, Walls>();

function side(name: string, rules: CalendarRules): YearSide {
  const walls = known.get(rules.tz) ?? readWalls(rules.tz, YEAR_BEGINS, YEAR_BEGINS + TABLE * MINUTE);
  known.set(rules.tz, walls);
  return { name, calendar: rules, open: openMinutes(rules, walls) };
}

function providers(): YearSide[] {
  return [
    side(
      'MSP',
      calendar('Europe/Berlin', {
        weekly: week(['09:00', '17:00']),
        exceptions: { '2026-04-03': [], '2026-04-06': [], '2026-05-01': [['10:00', '12:00']] },
        recurring: [{ from: '12-24', to: '01-02', windows: [] }],
      }),
    ),
    side('SaaS', calendar('America/New_York', { weekly: week(['08:00', '12:00'], ['13:00', '17:00']) })),
    side(
      'Cloud',
      calendar('Europe/Berlin', {
        weekly: Object.fromEntries([...DAYS, 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]])),
      }),
    ),
  ];
}

function teams(): YearSide[] {
  const early = calendar('Europe/Berlin', { weekly: week(['06:00', '14:00']) });
  const office = calendar('Europe/Berlin', { weekly: week(['08:00', '16:00']) });
  const nights = calendar('Europe/Berlin', { weekly: week(['22:00', '06:00']) });
  const abroad = calendar('America/New_York', { weekly: week(['09:00', '17:30']) });
  const [a, b, c, d] = [
    side('Early', early),
    side('Office', office),
    side('Nights', nights),
    side('Abroad', abroad),
  ];
  return [a, b, c, d, { ...b, name: 'Sales' }, { ...a, name: 'Stock' }];
}

const POLICIES: readonly OraclePolicy[] = [
  {
    reopen: 'resume',
    priorityChange: 'retroactive',
    autoAckCounts: false,
    pauseOn: ['us_info', 'agreed'],
    response: { 1: 30, 2: 60, 0: 240 },
    resolution: { 1: 240, 2: 480, 0: 2400 },
  },
  {
    reopen: 'continuous',
    priorityChange: 'prospective',
    autoAckCounts: true,
    pauseOn: ['us_info', 'agreed', 'hold'],
    response: { 0: 120 },
    resolution: { 1: 480, 0: 1440 },
  },
  {
    reopen: 'last',
    priorityChange: 'retroactive',
    autoAckCounts: false,
    pauseOn: ['us_info', 'agreed'],
    response: { 0: 60 },
    resolution: { 0: 1440 },
  },
];

type Step = Readonly<{ event: OracleEvent['event']; after: readonly [number, number]; share: number }>;

/** How an issue usually goes, with its detours. */
const COURSE: readonly Step[] = [
  { event: 'acknowledged', after: [1, 300], share: 0.9 },
  { event: 'chased', after: [60, 900], share: 0.2 },
  { event: 'provider_update', after: [10, 600], share: 0.6 },
  { event: 'info_requested', after: [5, 500], share: 0.35 },
  { event: 'info_provided', after: [5, 2500], share: 0.9 },
  { event: 'hold_by_provider', after: [5, 300], share: 0.15 },
  { event: 'hold_released', after: [30, 2000], share: 0.7 },
  { event: 'third_party_started', after: [5, 300], share: 0.1 },
  { event: 'third_party_ended', after: [30, 2500], share: 0.8 },
  { event: 'agreed_wait_started', after: [5, 200], share: 0.08 },
  { event: 'priority_changed', after: [1, 400], share: 0.15 },
  { event: 'escalated', after: [10, 600], share: 0.05 },
  { event: 'workaround_provided', after: [5, 600], share: 0.2 },
  { event: 'withdrawn', after: [5, 400], share: 0.03 },
  { event: 'resolved', after: [10, 3000], share: 0.93 },
  { event: 'reopened', after: [30, 3000], share: 0.12 },
  { event: 'resolved', after: [10, 3000], share: 0.9 },
  { event: 'verified', after: [10, 6000], share: 0.8 },
];

function timeline(random: Random, reported: number): OracleEvent[] {
  const events: OracleEvent[] = [
    { event: 'reported', at: reported, to: random.one([1, 2, 3, 3, 4] as const) },
  ];
  let at = reported;
  for (const { event, after, share } of COURSE) {
    if (!random.chance(share)) continue;
    at += random.int(after[0], after[1]);
    if (at > AS_OF) break;
    events.push({
      event,
      at,
      ...(event === 'acknowledged' && random.chance(0.2) ? { automatic: true } : {}),
      ...(event === 'agreed_wait_started' ? { until: at + random.int(60, 3000) } : {}),
      ...(event === 'priority_changed' ? { to: random.one([1, 2, 3] as const) } : {}),
    });
    if (event === 'withdrawn') break;
  }
  return events;
}

export type YearIssue = Readonly<{ provider: YearSide; team: YearSide; given: OracleCase }>;

/** A year of issues of six teams with three providers; the same for the same seed. */
export function yearOfIssues(
  count: number,
  seed: number,
): Readonly<{ providers: YearSide[]; issues: YearIssue[] }> {
  const random = randomFrom(seed);
  const sides = { providers: providers(), teams: teams() };
  const issues = Array.from({ length: count }, (): YearIssue => {
    const provider = random.one(sides.providers);
    const team = random.one(sides.teams);
    const reported = random.int(2000, YEAR - 1);
    const policy = POLICIES[sides.providers.indexOf(provider)];
    if (!policy) throw new Error('Every provider has its policy.');
    return {
      provider,
      team,
      given: {
        occurred: random.chance(0.8) ? reported - random.int(0, 1500) : null,
        events: timeline(random, reported),
        asOf: AS_OF,
        policy,
        providerOpen: provider.open,
        oursOpen: team.open,
      },
    };
  });
  return { providers: sides.providers, issues };
}
