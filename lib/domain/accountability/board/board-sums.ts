import { DAY, type Ms } from '../../time/instant.ts';
import { CLOCKS, type ClockName, type Growth } from '../growth.ts';
import type { IssueFigures } from '../issue-figures.ts';
import type { ClockBoard, Scoreboard } from '../scoreboard.ts';
import type { Side } from '../owner.ts';
import { complianceOf, rateOf, type VerdictCounts } from '../statistics/compliance.ts';
import { reopensFrom, repeatsFrom } from '../statistics/fix-quality.ts';
import type { Course, Courses } from './courses.ts';
import { createSums, type Sums } from './sums.ts';

/** The figures of one issue as of an instant, and how they grow from then on; null: they stay. */
export type Counted = Readonly<{ figures: IssueFigures; growth: Growth | null; asOf: Ms }>;

export type BoardSums = Readonly<{
  add(issue: Counted): void;
  /** Takes back what was added: the very same. */
  remove(issue: Counted): void;
  /** Of all that are in it, at an instant up to which their growth holds. */
  read(at: Ms): Scoreboard;
}>;

const UNVERIFIED_AFTER = 5 * DAY;
const SIDES: readonly Side[] = ['us', 'provider', 'nobody'];
const ANSWERING = ['us', 'provider'] as const;

function count(sums: Sums, { figures: f, growth, asOf }: Counted, sign: 1 | -1): void {
  const sum = (key: string, value: number, course: Course | null = null) =>
    sums.sum(key, { value, at: asOf, course }, sign);
  const value = (key: string, ms: number, course: Course | null = null) =>
    sums.value(key, { value: ms, at: asOf, course }, sign);
  const when = (key: string, is: boolean) => {
    if (is) sum(key, 1);
  };
  sum('issues', 1);
  for (const name of CLOCKS) {
    const clock = f[name];
    if (clock === null) continue;
    if (clock.verdict !== null) sum(`${name} ${clock.verdict}`, 1);
    if (clock.verdict === 'cancelled') continue;
    if (clock.stopped) {
      value(`${name} business`, clock.ms);
      value(`${name} elapsed`, clock.rawMs);
    } else {
      sum(`${name} running`, 1);
      sum(`${name} running business`, clock.ms, growth?.clocks[name]);
      sum(`${name} running elapsed`, clock.rawMs, growth && 'wall');
    }
  }
  if (f.resolved) {
    sum('resolved', 1);
    when('reopened', f.reopened > 0);
    sum('reopens', f.reopened);
    when('failed fixes', f.failedFix);
  }
  if (f.occurrences > 0) {
    sum('seen', 1);
    sum('occurrences', f.occurrences);
    when('repeated', f.occurrences > 1);
  }
  sum('chases', f.chased);
  sum('hand-offs', f.handOffs);
  when('withdrawn', f.withdrawn);
  when('without evidence', !f.evidence);
  for (const side of SIDES) {
    const own = growth?.side === side ? growth : null;
    sum(`${side} raw`, f.sides[side].rawMs, own && 'wall');
    sum(`${side} business`, f.sides[side].businessMs, own?.worked);
  }
  sum('total', f.totalMs, growth?.side == null ? null : 'wall');
  sum('disputed', f.disputedHoldMs, growth?.hold);
  for (const side of ANSWERING) {
    for (const ms of f.answers[side].givenMs) value(`${side} answers`, ms);
    for (const ms of f.answers[side].openMs) {
      sum(`${side} asked`, 1);
      sum(`${side} asked for`, ms, growth?.answers[side]);
    }
  }
  value('unreported', f.unreportedMs, growth?.unreported);
  if (f.discipline !== null) {
    sum('disciplined', 1);
    sum('discipline', f.discipline.openMs, growth?.discipline.open);
    sum('covered', f.discipline.coveredMs, growth?.discipline.covered);
  }
  for (const ms of f.verifying.doneMs) value('verified', ms);
  for (const ms of f.verifying.openRawMs) value('to verify', ms, growth && 'wall');
}

const NOTHING_OPEN = { n: 0, sumMs: 0 } as const;

function readClock(sums: Sums, name: ClockName, at: Ms): ClockBoard {
  const total = (key: string) => sums.total(`${name} ${key}`, at);
  const counts: VerdictCounts = {
    met: total('met'),
    missed: total('missed'),
    openOverdue: total('overdue'),
    openNotDue: total('open'),
    cancelled: total('cancelled'),
    unproven: total('unproven'),
  };
  const durations = (kind: 'business' | 'elapsed') =>
    sums.durations(`${name} ${kind}`, { n: total('running'), sumMs: total(`running ${kind}`) }, at);
  return {
    compliance: complianceOf(counts),
    counts,
    business: durations('business'),
    elapsed: durations('elapsed'),
  };
}

function read(sums: Sums, at: Ms): Scoreboard {
  const total = (key: string) => sums.total(key, at);
  const issues = total('issues');
  const resolved = total('resolved');
  const seen = total('seen');
  const openMs = total('discipline');
  const toVerify = sums.count('to verify');
  const share = (side: Side) => ({ rawMs: total(`${side} raw`), businessMs: total(`${side} business`) });
  const answers = (side: 'us' | 'provider') =>
    sums.durations(`${side} answers`, { n: total(`${side} asked`), sumMs: total(`${side} asked for`) }, at);
  return {
    issues,
    response: readClock(sums, 'response', at),
    restore: readClock(sums, 'restore', at),
    resolution: readClock(sums, 'resolution', at),
    reopens: reopensFrom({ resolved, reopened: total('reopened'), events: total('reopens') }),
    repeats: repeatsFrom({ seen, repeated: total('repeated'), occurrences: total('occurrences') }),
    failedFixes: rateOf(total('failed fixes'), resolved),
    chases: total('chases'),
    handOffs: total('hand-offs'),
    updateDiscipline: {
      percent: openMs > 0 ? (total('covered') / openMs) * 100 : null,
      n: total('disciplined'),
    },
    sides: { us: share('us'), provider: share('provider'), nobody: share('nobody') },
    totalMs: total('total'),
    disputedHoldMs: total('disputed'),
    answers: { us: answers('us'), provider: answers('provider') },
    lateReporting: sums.durations('unreported', NOTHING_OPEN, at),
    verifying: sums.durations('verified', NOTHING_OPEN, at),
    unverified: rateOf(sums.above('to verify', UNVERIFIED_AFTER, at), toVerify + sums.count('verified')),
    withdrawn: rateOf(total('withdrawn'), issues),
    withoutEvidence: rateOf(total('without evidence'), issues),
  };
}

/** The scoreboard of issues that come, change and go: one more costs the same among ten and among ten thousand. */
export function createBoardSums(courses: Courses): BoardSums {
  const sums = createSums(courses);
  return {
    add: (issue) => count(sums, issue, 1),
    remove: (issue) => count(sums, issue, -1),
    read: (at) => read(sums, at),
  };
}
