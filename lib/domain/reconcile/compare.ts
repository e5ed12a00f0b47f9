import type { Status } from '../accountability/status.ts';
import type { Moment } from '../accountability/timeline.ts';
import type { IssueId } from '../ledger/primitives.ts';
import type { Priority } from '../issue/priority.ts';
import { MINUTE, type Ms } from '../time/instant.ts';
import type { TimeField } from './fields.ts';
import type { Reading } from './read-time.ts';
import { statusFits } from './read-words.ts';
import type { TheirTicket } from './tickets.ts';

/** An issue as we noted it. `created`: when we reported it. */
export type OurIssue = Readonly<{
  id: IssueId;
  key: string;
  title: string;
  tickets: readonly string[];
  times: Readonly<Record<TimeField, Moment | null>>;
  status: Status;
  priority: Priority | null;
}>;

/** `within`: not the same, but no further apart than both are certain, or than was asked for. */
export type Verdict =
  'same' | 'within' | 'differs' | 'only-theirs' | 'only-ours' | 'neither' | 'not-compared';

export type TimeCompared = Readonly<{
  theirs: Reading | null;
  ours: Moment | null;
  /** Theirs less ours, in whole minutes; null where one is missing. */
  minutes: number | null;
  verdict: Verdict;
}>;

/** One of our issues with what their file says of it, all of its tickets taken together. */
export type Pair = Readonly<{
  issue: OurIssue;
  /** In an order that does not depend on that of the file. */
  tickets: readonly TheirTicket[];
  times: Readonly<Record<TimeField, TimeCompared>>;
  priority: Verdict;
  status: Verdict;
}>;

const min = (of: readonly Reading[]): Reading | null =>
  of.reduce<Reading | null>((best, one) => (best === null || one.from < best.from ? one : best), null);
const max = (of: readonly Reading[]): Reading | null =>
  of.reduce<Reading | null>((best, one) => (best === null || one.from > best.from ? one : best), null);

/** By how much two stretches of time miss each other, in ms; 0 where they touch. */
function apart(theirs: Reading, ours: Moment): Ms {
  return Math.max(0, theirs.from - ours.latest, ours.earliest - theirs.to);
}

function compareTimes(theirs: Reading | null, ours: Moment | null, toleranceMin: number): TimeCompared {
  if (theirs === null || ours === null) {
    const verdict = theirs !== null ? 'only-theirs' : ours !== null ? 'only-ours' : 'neither';
    return { theirs, ours, minutes: null, verdict };
  }
  const minutes = Math.round((theirs.from - ours.at) / MINUTE);
  // Seconds are no difference: nobody types them.
  const differs = apart(theirs, ours) >= Math.max(1, toleranceMin) * MINUTE;
  return { theirs, ours, minutes, verdict: differs ? 'differs' : minutes === 0 ? 'same' : 'within' };
}

function comparePriority(tickets: readonly TheirTicket[], ours: Priority | null): Verdict {
  const said = tickets.filter(({ priority }) => priority.text !== '');
  if (said.length === 0) return ours === null ? 'neither' : 'only-ours';
  if (ours === null) return 'only-theirs';
  const ranges = said.flatMap(({ priority }) => priority.range ?? []);
  if (ranges.length === 0) return 'not-compared';
  return ranges.some(({ from, to }) => from <= ours && ours <= to) ? 'same' : 'differs';
}

function compareStatus(tickets: readonly TheirTicket[], ours: Status): Verdict {
  const said = tickets.filter(({ status }) => status.text !== '');
  if (said.length === 0) return 'only-ours';
  const means = said.flatMap(({ status }) => status.means ?? []);
  if (means.length === 0) return 'not-compared';
  // As long as one of several tickets goes on, it goes on.
  const going = means.filter((one) => one !== 'solved' && one !== 'closed' && one !== 'cancelled');
  const decisive = going.length > 0 ? going : means;
  return decisive.some((one) => statusFits(one, ours)) ? 'same' : 'differs';
}

/** @param toleranceMin differences of fewer minutes are none; 1 at least */
export function comparePair(issue: OurIssue, tickets: readonly TheirTicket[], toleranceMin: number): Pair {
  const of = (field: TimeField) => tickets.flatMap(({ times }) => times[field] ?? []);
  // Several tickets are one issue to us: it began with the first of them, and is solved when all are.
  const solved = of('resolved');
  const compared = (field: TimeField, theirs: Reading | null) =>
    compareTimes(theirs, issue.times[field], toleranceMin);
  return {
    issue,
    tickets,
    times: {
      created: compared('created', min(of('created'))),
      responded: compared('responded', min(of('responded'))),
      resolved: compared('resolved', solved.length < tickets.length ? null : max(solved)),
    },
    priority: comparePriority(tickets, issue.priority),
    status: compareStatus(tickets, issue.status),
  };
}

/** Whether anything of it differs, or is known to one side only. */
export function hasDifference({ times, priority, status }: Pair): boolean {
  const verdicts = [...Object.values(times).map(({ verdict }) => verdict), priority, status];
  return verdicts.includes('differs');
}
