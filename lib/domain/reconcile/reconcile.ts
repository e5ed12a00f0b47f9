import { compareText } from '../text/compare.ts';
import type { Ms } from '../time/instant.ts';
import { comparePair, hasDifference, type OurIssue, type Pair } from './compare.ts';
import type { Reading } from './read-time.ts';
import { ticketKey, type TheirTicket, type TicketsRead, type Unreadable } from './tickets.ts';

/** From `from` up to `to`, not included: when a ticket was created, and when we reported an issue. */
export type ReconcilePeriod = Readonly<{ from: Ms; to: Ms }>;

/** A number on several lines; `same`: they say the same. The first of them is compared. */
export type Duplicate = Readonly<{ number: string; lines: readonly number[]; same: boolean }>;

export type Reconciled = Readonly<{
  period: ReconcilePeriod;
  /** Tickets of the period in their file, each number once; issues of ours that were reported in it. */
  theirs: number;
  ours: number;
  pairs: readonly Pair[];
  differing: number;
  /** Tickets that none of our issues names. */
  onlyTheirs: readonly TheirTicket[];
  /** Issues that name a ticket which their file does not have. */
  onlyOurs: readonly OurIssue[];
  /** Issues that were reported and name no ticket. */
  withoutNumber: readonly OurIssue[];
  duplicates: readonly Duplicate[];
  unreadable: readonly Unreadable[];
}>;

/** What a ticket says, without where it stands: its place among others must not depend on the order of lines. */
function contentOf({ number, ourRef, title, priority, status, times }: TheirTicket): string {
  const moments = [times.created, times.responded, times.resolved].map((at) => at?.from ?? '');
  return JSON.stringify([...moments, ticketKey(number), ourRef, title, priority.text, status.text]);
}

const inside = (at: Reading | null, { from, to }: ReconcilePeriod): boolean =>
  at !== null && at.from < to && at.to >= from;

type Group = Readonly<{ ticket: TheirTicket; content: string; all: TheirTicket[] }>;

function grouped(tickets: readonly TheirTicket[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const ticket of tickets) {
    const key = ticketKey(ticket.number) || `ref ${ticket.ourRef}`;
    const content = contentOf(ticket);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { ticket, content, all: [ticket] });
      continue;
    }
    known.all.push(ticket);
    if (content < known.content) groups.set(key, { ticket, content, all: known.all });
  }
  return groups;
}

function duplicatesOf(groups: ReadonlyMap<string, Group>): Duplicate[] {
  return [...groups.values()]
    .filter(({ all }) => all.length > 1)
    .map(({ ticket, content, all }) => ({
      number: ticket.number || ticket.ourRef,
      lines: all.map(({ line }) => line).toSorted((a, b) => a - b),
      same: all.every((one) => contentOf(one) === content),
    }))
    .toSorted((a, b) => compareText(a.number, b.number));
}

/** The period that their tickets cover; null: none has a time. */
export function periodOf(tickets: readonly TheirTicket[]): ReconcilePeriod | null {
  let [from, to] = [Infinity, -Infinity];
  for (const { times } of tickets) {
    if (times.created === null) continue;
    from = Math.min(from, times.created.from);
    to = Math.max(to, times.created.to + 1);
  }
  return from < to ? { from, to } : null;
}

/**
 * Theirs against ours. Pure: the order of lines and of issues does not matter. A ticket belongs to an issue that names its
 * number, or whose id or key their tool kept. Pairs are of the period if either side says so; a ticket without a time of
 * creation counts only as half of a pair.
 * @param ours all issues of the provider, also those of other times
 */
export function reconcile(
  { tickets, unreadable }: TicketsRead,
  ours: readonly OurIssue[],
  period: ReconcilePeriod,
  toleranceMin: number,
): Reconciled {
  const groups = grouped(tickets);
  const byRef = new Map<string, Group[]>();
  for (const group of groups.values()) {
    const refs = new Set(group.all.flatMap(({ ourRef }) => (ourRef === '' ? [] : [ticketKey(ourRef)])));
    for (const ref of refs) {
      const known = byRef.get(ref);
      if (known === undefined) byRef.set(ref, [group]);
      else known.push(group);
    }
  }
  const paired = new Set<Group>();
  const pairs: Pair[] = [];
  const [onlyOurs, withoutNumber]: [OurIssue[], OurIssue[]] = [[], []];
  let counted = 0;
  for (const issue of ours) {
    const { created } = issue.times;
    const within = inside(created === null ? null : { from: created.earliest, to: created.latest }, period);
    const found = new Set<Group>([
      ...issue.tickets.flatMap((number) => groups.get(ticketKey(number)) ?? []),
      ...(byRef.get(ticketKey(issue.id)) ?? []),
      ...(byRef.get(ticketKey(issue.key)) ?? []),
    ]);
    for (const group of found) paired.add(group);
    if (within) counted += 1;
    if (found.size === 0) {
      if (within) (issue.tickets.length === 0 ? withoutNumber : onlyOurs).push(issue);
      continue;
    }
    if (!within && ![...found].some(({ ticket }) => inside(ticket.times.created, period))) continue;
    const theirs = [...found].toSorted((a, b) => compareText(a.content, b.content));
    pairs.push(
      comparePair(
        issue,
        theirs.map(({ ticket }) => ticket),
        toleranceMin,
      ),
    );
  }
  const ofPeriod = [...groups.values()].filter(({ ticket }) => inside(ticket.times.created, period));
  const byKey = (a: OurIssue, b: OurIssue) =>
    (a.times.created?.at ?? 0) - (b.times.created?.at ?? 0) || compareText(a.id, b.id);
  return {
    period,
    theirs: ofPeriod.length,
    ours: counted,
    pairs: pairs.toSorted((a, b) => byKey(a.issue, b.issue)),
    differing: pairs.filter(hasDifference).length,
    onlyTheirs: ofPeriod
      .filter((group) => !paired.has(group))
      .toSorted((a, b) => compareText(a.content, b.content))
      .map(({ ticket }) => ticket),
    onlyOurs: onlyOurs.toSorted(byKey),
    withoutNumber: withoutNumber.toSorted(byKey),
    duplicates: duplicatesOf(groups),
    unreadable: unreadable.toSorted((a, b) => a.line - b.line),
  };
}
