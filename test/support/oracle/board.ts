import { OWNERS } from '../../../lib/domain/accountability/owner.ts';
import type { OracleCase, OracleEvent } from './case.ts';
import { walkIssue, type Walked, type WalkedClock } from './walk-issue.ts';
import type { YearIssue } from './year.ts';

type Times = Readonly<{
  n: number;
  open: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
}>;

function times(done: readonly number[], open: number): Times {
  if (done.length === 0) return { n: 0, open, mean: null, median: null, p90: null };
  const sorted = [...done].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const at = (i: number) => sorted[i] ?? Number.NaN;
  return {
    n: done.length,
    open,
    mean: done.reduce((a, b) => a + b, 0) / done.length,
    median: Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half)),
    // The smallest value that at least nine of ten do not exceed.
    p90: sorted.find((value, i) => (i + 1) * 10 >= sorted.length * 9 && value === at(i)) ?? null,
  };
}

function clocks(all: readonly (WalkedClock | null)[]) {
  const counts = { met: 0, missed: 0, openOverdue: 0, openNotDue: 0, cancelled: 0, unproven: 0 };
  const done: number[] = [];
  let open = 0;
  for (const clock of all) {
    if (clock === null) continue;
    const { minutes, end, due, stopped, cancelled, target } = clock;
    const within = target !== null && (due === null ? minutes <= target : end <= due);
    if (cancelled) counts.cancelled += 1;
    else if (stopped) counts[within ? 'met' : 'missed'] += 1;
    else counts[within ? 'openNotDue' : 'openOverdue'] += 1;
    if (stopped && !cancelled) done.push(minutes);
    if (!stopped) open += 1;
  }
  const judged = counts.met + counts.missed + counts.openOverdue;
  return { counts, compliance: (counts.met / judged) * 100, times: times(done, open) };
}

/** Open minutes from a question to its answer; what ends it otherwise is no answer. */
function answers(
  events: readonly OracleEvent[],
  open: Uint8Array,
  rule: Readonly<Record<string, string>>,
): number[] {
  const found: number[] = [];
  let asked: number | null = null;
  for (const { event, at, automatic } of events) {
    const what = automatic === true && rule['automatic'] === 'ignored' ? undefined : rule[event];
    if (asked !== null && (what === 'answers' || what === 'ends')) {
      let minutes = 0;
      for (let minute = asked; minute < at; minute += 1) minutes += open[minute] ?? 0;
      if (what === 'answers') found.push(minutes);
      asked = null;
    } else if (what === 'asks') asked ??= at;
  }
  return found;
}

const OURS = {
  info_requested: 'asks',
  info_provided: 'answers',
  resolved: 'ends',
  closed_by_provider: 'ends',
  verified: 'ends',
  withdrawn: 'ends',
  reopened: 'ends',
};
const THEIRS = {
  reported: 'asks',
  info_provided: 'asks',
  chased: 'asks',
  escalated: 'asks',
  reopened: 'asks',
  acknowledged: 'answers',
  provider_update: 'answers',
  info_requested: 'answers',
  workaround_provided: 'answers',
  resolved: 'answers',
  closed_by_provider: 'answers',
  root_cause_given: 'answers',
  verified: 'ends',
  withdrawn: 'ends',
};

const sideOf = (owner: string) =>
  owner.startsWith('us_') ? 'us' : owner === 'agreed' || owner === 'closed' ? 'nobody' : 'provider';

function changes({ balls }: Walked): number {
  const sides = balls
    .filter((owner) => owner !== 'us_unreported')
    .map(sideOf)
    .filter((side) => side !== 'nobody');
  return sides.filter((side, i) => i > 0 && sides[i - 1] !== side).length;
}

const known = new WeakMap<OracleCase, Walked>();
function walkedOnce(given: OracleCase): Walked {
  const walked = known.get(given) ?? walkIssue(given);
  known.set(given, walked);
  return walked;
}

/** The scoreboard of some issues, added up from minutes. */
export function walkBoard(issues: readonly YearIssue[]) {
  const walked = issues.map(({ given }) => ({ given, walk: walkedOnce(given) }));
  const sides = { us: [0, 0], provider: [0, 0], nobody: [0, 0] } as Record<string, [number, number]>;
  let total = 0;
  for (const { walk } of walked) {
    for (const owner of OWNERS) {
      const side = sides[sideOf(owner)] ?? [0, 0];
      side[0] += walk.raw[owner];
      side[1] += walk.business[owner];
      total += walk.raw[owner];
    }
  }
  const done = walked.filter(({ given }) =>
    given.events.some(({ event }) => event === 'resolved' || event === 'verified'),
  );
  const count = (event: string) =>
    walked.flatMap(({ given }) => given.events).filter((entry) => entry.event === event).length;
  const theirs = (issue: YearIssue) =>
    answers(issue.given.events, issue.given.providerOpen, {
      ...THEIRS,
      automatic: issue.given.policy.autoAckCounts ? 'counts' : 'ignored',
    });
  return {
    issues: issues.length,
    response: clocks(walked.map(({ walk }) => walk.response)),
    resolution: clocks(walked.map(({ walk }) => walk.resolution)),
    reopened: walked.filter(({ walk }) => walk.reopened > 0).length,
    reopenEvents: walked.reduce((sum, { walk }) => sum + walk.reopened, 0),
    resolved: done.length,
    chases: count('chased'),
    handOffs: walked.reduce((sum, { walk }) => sum + changes(walk), 0),
    sides,
    total,
    disputedHold: walked.reduce((sum, { walk }) => sum + walk.business.hold, 0),
    lateReporting: times(
      walked.map(({ walk }) => walk.business.us_unreported),
      0,
    ),
    ourAnswers: times(
      issues.flatMap(({ given }) => answers(given.events, given.oursOpen, OURS)),
      0,
    ).median,
    providerAnswers: times(issues.flatMap(theirs), 0).median,
  };
}
