import { OWNERS, type Owner } from '../../../lib/domain/accountability/owner.ts';
import { createBall } from './ball.ts';
import type { OracleCase, OracleEvent, OraclePolicy } from './case.ts';

type Minutes = Record<Owner, number>;

export type Walked = Readonly<{
  raw: Minutes;
  business: Minutes;
  owner: Owner | null;
  /** Owners with at least one minute, in order. */
  balls: readonly Owner[];
  response: WalkedClock | null;
  resolution: WalkedClock | null;
  reopened: number;
}>;

export type WalkedClock = Readonly<{
  minutes: number;
  /** Minute at which it stopped, or is looked at. */
  end: number;
  stopped: boolean;
  cancelled: boolean;
  target: number | null;
  /** Minute; null = none, or beyond what was prepared. */
  due: number | null;
}>;

const none = (): Minutes => Object.fromEntries(OWNERS.map((owner) => [owner, 0])) as Minutes;
const HUMAN = [
  'acknowledged',
  'provider_update',
  'info_requested',
  'workaround_provided',
  'resolved',
  'closed_by_provider',
];
const DONE = ['resolved', 'closed_by_provider', 'verified', 'withdrawn'];

function priorityBy(events: readonly OracleEvent[], minute: number): { now: number; changes: number[] } {
  let now = 0;
  const changes: number[] = [];
  for (const { event, at, to } of events) {
    if (at > minute || to === undefined) continue;
    if (event === 'priority_changed' && to !== now) changes.push(at);
    if (event === 'priority_changed' || event === 'reported') now = to;
  }
  return { now, changes };
}

const wanted = (table: OraclePolicy['response'], priority: number): number | null =>
  (table as Record<number, number | undefined>)[priority] ?? table[0] ?? null;

/** Counts on from a minute until the target is used up. */
function onwards(open: Uint8Array, from: number, left: number): number | null {
  let rest = left;
  for (let minute = from; minute < open.length; minute += 1) {
    if (open[minute] === 1) rest -= 1;
    if (rest === 0) return minute + 1;
  }
  return null;
}

/** One attempt at fixing, as minutes of the walk: which of them count, and where it was said to be done. */
type Attempt = { from: number; to: number | null; withdrawn: boolean };

function attempts(events: readonly OracleEvent[]): { list: Attempt[]; reopened: number } {
  const list: Attempt[] = [];
  let reopened = 0;
  for (const { event, at } of events) {
    const last = list.at(-1);
    const running = last !== undefined && last.to === null;
    if (event === 'reported' && !last) list.push({ from: at, to: null, withdrawn: false });
    if (DONE.includes(event) && running) {
      last.to = at;
      last.withdrawn = event === 'withdrawn';
    }
    if (event === 'reopened' && last && !running) {
      list.push({ from: at, to: null, withdrawn: false });
      reopened += 1;
    }
  }
  return { list, reopened };
}

function chosen(list: readonly Attempt[], rule: OraclePolicy['reopen']): readonly Attempt[] {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return [];
  if (rule === 'first') return [first];
  if (rule === 'last') return [last];
  return rule === 'resume' ? list : [{ ...last, from: first.from }];
}

/** Who had the ball in each minute since `begin`, as place in OWNERS + 1; 0 = nobody was asked. */
type Heard = { readonly ownerAt: Uint8Array; readonly begin: number; ownerNow: Owner | null };

function clock(
  given: OracleCase,
  list: readonly Attempt[],
  table: OraclePolicy['response'],
  pausedBy: (owner: Owner) => boolean,
  { ownerAt, begin: zero, ownerNow }: Heard,
): WalkedClock | null {
  const end = list.at(-1);
  if (!end) return null;
  const { events, asOf, policy, providerOpen: open } = given;
  const { now, changes } = priorityBy(events, end.to ?? asOf);
  const begin = policy.priorityChange === 'prospective' ? (changes.at(-1) ?? -Infinity) : -Infinity;
  const ticks: number[] = [];
  // A change at the very moment it was done changes nothing of what was done before.
  const late = list.every(({ to }) => to !== null && to <= begin);
  for (const { from, to } of list) {
    for (let minute = from; minute < (to ?? asOf); minute += 1) {
      if (minute < begin && !late) continue;
      const owner = OWNERS[(ownerAt[minute - zero] ?? 0) - 1];
      if (open[minute] === 1 && !(owner !== undefined && pausedBy(owner))) ticks.push(minute);
    }
  }
  const target = wanted(table, now);
  const stopped = end.to !== null;
  const paused = !stopped && ownerNow !== null && pausedBy(ownerNow);
  const reached = target === null ? undefined : ticks[target - 1];
  const onward = () =>
    target === null || paused ? null : onwards(open, end.to ?? asOf, target - ticks.length);
  return {
    minutes: ticks.length,
    end: end.to ?? asOf,
    stopped,
    cancelled: end.withdrawn,
    target,
    due: reached === undefined ? onward() : reached + 1,
  };
}

function responseAttempt({ events, policy }: OracleCase): Attempt[] {
  const reported = events.findIndex(({ event }) => event === 'reported');
  const start = events[reported];
  if (!start) return [];
  for (const { event, at, automatic } of events.slice(reported + 1)) {
    const human = HUMAN.includes(event) && (policy.autoAckCounts || automatic !== true);
    if (human || event === 'withdrawn' || event === 'verified')
      return [{ from: start.at, to: at, withdrawn: !human }];
  }
  return [{ from: start.at, to: null, withdrawn: false }];
}

/** Follows one issue minute by minute. */
export function walkIssue(given: OracleCase): Walked {
  const { events, occurred, asOf, policy, providerOpen, oursOpen } = given;
  const [raw, business] = [none(), none()];
  const balls: Owner[] = [];
  const ball = createBall();
  const starts = [...(occurred === null ? [] : [occurred]), ...events.map(({ at }) => at)];
  const begin = Math.min(...starts);
  const heard: Heard = { ownerAt: new Uint8Array(Math.max(0, asOf - begin)), begin, ownerNow: null };
  let next = 0;
  const hear = (minute: number) => {
    for (let event = events[next]; event && event.at <= minute; event = events[next]) {
      ball.tick(event.at);
      ball.hit(event);
      next += 1;
    }
    ball.tick(minute);
  };
  const lastReopened = Math.max(
    -1,
    ...events.filter(({ event }) => event === 'reopened').map(({ at }) => at),
  );
  for (let minute = begin; minute < asOf;) {
    hear(minute);
    const owner = ball.owner();
    if (owner === 'closed' && minute >= lastReopened) break;
    if (balls.at(-1) !== owner) balls.push(owner);
    const nobody = owner === 'agreed' || owner === 'closed';
    const open = owner.startsWith('us_') ? oursOpen : providerOpen;
    const code = OWNERS.indexOf(owner) + 1;
    // Minute by minute until something happens.
    const end = Math.min(asOf, events[next]?.at ?? asOf, Math.max(minute + 1, ball.movesAt()));
    const start = minute;
    let worked = 0;
    for (; minute < end; minute += 1) worked += open[minute] ?? 0;
    heard.ownerAt.fill(code, start - begin, end - begin);
    raw[owner] += end - start;
    if (!nobody) business[owner] += worked;
  }
  hear(asOf);
  heard.ownerNow = starts.length === 0 ? null : ball.owner();
  const { list, reopened } = attempts(events);
  return {
    raw,
    business,
    owner: heard.ownerNow,
    balls,
    reopened,
    response: clock(given, responseAttempt(given), policy.response, () => false, heard),
    resolution: clock(
      given,
      chosen(list, policy.reopen),
      policy.resolution,
      (owner) => policy.pauseOn.includes(owner),
      heard,
    ),
  };
}
