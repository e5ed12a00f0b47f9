import type { Ms } from '../time/instant.ts';
import type { Account } from './account.ts';
import type { ClockName } from './next-due.ts';
import { sideOf, type Owner } from './owner.ts';

/** Somebody had the ball from one instant to another. */
export type Held = Readonly<{ owner: Owner; from: Ms; to: Ms }>;

/** A clock's due time. `lateUntil`: when it was done, or now; null where it was in time or nobody can show that it was not. */
export type DueMark = Readonly<{ clock: ClockName; at: Ms; lateUntil: Ms | null }>;

/** Places on the bar are shares of its length, 0 at its begin and 1 at its end. */
export type LedgerBar = Readonly<{
  from: Ms;
  to: Ms;
  parts: readonly Readonly<{ owner: Owner; begin: number; end: number }>[];
  /** Where the ball changed sides. */
  handOffs: readonly number[];
  flags: readonly Readonly<{
    clock: ClockName;
    at: Ms;
    place: number;
    /** From the due time until it was done, or until now. */
    late: Readonly<{ begin: number; end: number }> | null;
  }>[];
  /** Where what is known ends; less than 1 where a due time lies ahead. */
  now: number;
}>;

/** The future takes at most half as much room as the past: a due time further ahead is told by words alone. */
const MOST_AHEAD = 0.5;

function handOffsIn(held: readonly Held[]): Ms[] {
  const sided = held.filter(({ owner, from, to }) => sideOf(owner) !== 'nobody' && to > from);
  return sided.flatMap(({ owner, from }, i) => {
    const before = sided[i - 1];
    return before !== undefined && sideOf(before.owner) !== sideOf(owner) ? [from] : [];
  });
}

/**
 * The ledger of one issue as a bar: from the first sight of it to now or to its verification, split by who had the ball.
 * The geometry only, so that list, detail and print draw the same. null: nothing happened yet.
 */
export function ledgerBar(held: readonly Held[], dues: readonly DueMark[] = []): LedgerBar | null {
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return null;
  const known = Math.max(last.to - first.from, 1);
  const latest = first.from + known * (1 + MOST_AHEAD);
  const shown = dues.filter(({ at }) => at >= first.from && at <= latest);
  const to = Math.max(first.from + known, ...shown.map(({ at }) => at));
  const place = (at: Ms) => (Math.min(Math.max(at, first.from), to) - first.from) / (to - first.from);
  return {
    from: first.from,
    to,
    parts: held
      .filter((part) => part.to > part.from)
      .map(({ owner, ...part }) => ({ owner, begin: place(part.from), end: place(part.to) })),
    handOffs: handOffsIn(held).map(place),
    flags: shown.map(({ clock, at, lateUntil }) => ({
      clock,
      at,
      place: place(at),
      late: lateUntil === null || lateUntil <= at ? null : { begin: place(at), end: place(lateUntil) },
    })),
    now: place(last.to),
  };
}

/** The due times of an account's clocks, earliest first. */
export function dueMarksOf({ clocks, asOf }: Pick<Account, 'clocks' | 'asOf'>): DueMark[] {
  const { response, update, restore, resolution } = clocks;
  const marks: DueMark[] = [];
  for (const [clock, one] of [
    ['response', response],
    ['restore', restore],
    ['resolution', resolution],
  ] as const) {
    if (one?.dueAt == null) continue;
    const late = one.verdict === 'missed' || one.verdict === 'overdue';
    marks.push({ clock, at: one.dueAt, lateUntil: late ? (one.stoppedAt ?? asOf) : null });
  }
  if (update?.dueAt != null)
    marks.push({ clock: 'update', at: update.dueAt, lateUntil: update.overdue ? asOf : null });
  return marks.toSorted((a, b) => a.at - b.at);
}

/** The stretches of an account as the bar takes them. */
export function heldIn({ stretches }: Pick<Account, 'stretches'>): Held[] {
  return stretches.map(({ owner, from, to }) => ({ owner, from: from.at, to: to.at }));
}
