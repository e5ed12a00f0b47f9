import { DAY, SECOND, type Ms } from './instant.ts';
import { lastUpTo } from './sorted.ts';
import { offsetReader } from './zone-offset.ts';

/** The stretches of time in which a zone's offset stays the same: `from[i]` up to `from[i + 1]`, both in ms. */
type Stretches = { from: Ms[]; offset: number[]; firstDay: number; lastDay: number };

export interface Zone {
  /** Milliseconds by which the wall clock is ahead of UTC. */
  offsetAt(at: Ms): number;
  /**
   * The first instant at which the wall clock reads this time or later. Local times are written as the milliseconds
   * that a UTC clock with the same reading would have. A time that occurs twice means the earlier one; a time that the
   * clock skips means the moment of the jump. Unlike `Temporal`'s `compatible` this never runs backwards.
   */
  instantOf(local: number): Ms;
}

/** More than any zone has ever been away from UTC, in days. */
const REACH = 2;
/** Days added when the known range grows: at least, and at most beyond what is asked for. */
const STEP = 400;
const STRIDE = 4000;

/** The second in (low, high] at which the offset becomes what it is at `high`. */
function changeBetween(read: (at: Ms) => number, low: Ms, high: Ms): Ms {
  const before = read(low);
  let [a, b] = [low, high];
  while (b - a > SECOND) {
    const middle = Math.floor((a + b) / 2 / SECOND) * SECOND;
    if (read(middle) === before) a = middle;
    else b = middle;
  }
  return b;
}

/** The offset on every day from `first` to `last`, put together to stretches. */
function survey(read: (at: Ms) => number, first: number, last: number): Stretches {
  let offset = read(first * DAY);
  const found: Stretches = { from: [first * DAY], offset: [offset], firstDay: first, lastDay: last };
  for (let day = first + 1; day <= last; day += 1) {
    const next = read(day * DAY);
    if (next === offset) continue;
    found.from.push(changeBetween(read, (day - 1) * DAY, day * DAY));
    found.offset.push(next);
    offset = next;
  }
  return found;
}

function joined(early: Stretches, late: Stretches): Stretches {
  const same = early.offset.at(-1) === late.offset[0];
  return {
    from: [...early.from, ...late.from.slice(same ? 1 : 0)],
    offset: [...early.offset, ...late.offset.slice(same ? 1 : 0)],
    firstDay: early.firstDay,
    lastDay: late.lastDay,
  };
}

function createZone(tz: string): Zone {
  const read = offsetReader(tz);
  let known: Stretches | null = null;

  const cover = (at: Ms): Stretches => {
    const first = Math.floor(at / DAY) - REACH;
    const last = first + 2 * REACH + 1;
    known ??= survey(read, first - STEP, last + STEP);
    const grow = Math.min(STRIDE, Math.max(STEP, known.lastDay - known.firstDay));
    if (first < known.firstDay) {
      const from = Math.min(first, known.firstDay - grow);
      known = joined(survey(read, from, known.firstDay), known);
    }
    if (last > known.lastDay) {
      const to = Math.max(last, known.lastDay + grow);
      known = joined(known, survey(read, known.lastDay, to));
    }
    return known;
  };

  return {
    offsetAt(at) {
      const { from, offset } = cover(at);
      return offset[Math.max(0, lastUpTo(from, at))] ?? 0;
    },
    instantOf(local) {
      const { from, offset } = cover(local);
      for (let i = Math.max(0, lastUpTo(from, local - REACH * DAY)); i < from.length; i += 1) {
        const at = local - (offset[i] ?? 0);
        // The stretch may begin with a clock that already reads more: the time was skipped.
        if (at < (from[i + 1] ?? Infinity)) return Math.max(at, from[i] ?? at);
      }
      throw new Error('A zone always has a last stretch without end.');
    },
  };
}

const zones = new Map<string, Zone>();

/** What is known of a zone is kept: time zone data do not change while the program runs. */
export function zoneOf(tz: string): Zone {
  const known = zones.get(tz);
  if (known) return known;
  const made = createZone(tz);
  zones.set(tz, made);
  return made;
}
