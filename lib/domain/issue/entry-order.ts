import type { Entry } from '../ledger/entry.ts';
import { compareText } from '../text/compare.ts';

type Placed = Pick<Entry, 'ledger' | 'n'>;
type Timed = Pick<Entry, 'at' | 'recordedAt' | 'ledger' | 'n'>;

/** One position in one ledger; the identity of an entry. */
export function positionOf({ ledger, n }: Placed): string {
  return `${ledger} ${n}`;
}

export function samePosition(a: Placed, b: Placed): boolean {
  return a.ledger === b.ledger && a.n === b.n;
}

/** Order of the timeline: when it happened, when it was written, then a tie-break that every machine finds the same. */
export function compareByTime(a: Timed, b: Timed): number {
  return (
    compareText(a.at, b.at) ||
    compareText(a.recordedAt, b.recordedAt) ||
    compareText(a.ledger, b.ledger) ||
    a.n - b.n
  );
}

/**
 * The entry that decides a field. Within a ledger the higher number; between ledgers the later `recordedAt`, then the
 * ledger id. Never `at`, which people may set. Each ledger picks its own winner first: comparing any two entries
 * directly would not be transitive once a clock has jumped, and the result would depend on their order.
 */
export function deciding<E extends Timed>(entries: readonly E[]): E | undefined {
  const winners = new Map<string, E>();
  for (const entry of entries) {
    const known = winners.get(entry.ledger);
    if (known === undefined || entry.n > known.n) winners.set(entry.ledger, entry);
  }
  const ordered = [...winners.values()].toSorted(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.ledger, b.ledger),
  );
  return ordered.at(-1);
}

/** The entry written first, by the same rule turned round: it names the issue for good. */
export function earliestWritten<E extends Timed>(entries: readonly E[]): E | undefined {
  const firsts = new Map<string, E>();
  for (const entry of entries) {
    const known = firsts.get(entry.ledger);
    if (known === undefined || entry.n < known.n) firsts.set(entry.ledger, entry);
  }
  const ordered = [...firsts.values()].toSorted(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.ledger, b.ledger),
  );
  return ordered[0];
}
