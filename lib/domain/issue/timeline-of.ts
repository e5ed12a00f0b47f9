import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Position } from '../ledger/primitives.ts';
import type { TimelineEvent } from '../accountability/timeline.ts';
import { MINUTE, msOf } from '../time/instant.ts';
import { compareByTime, positionOf } from './entry-order.ts';
import type { EventBody } from './bodies.ts';
import type { Priority } from './priority.ts';
import { standing } from './standing.ts';

/** An event as first written, or a correction of one. */
export type TimelineEntry = EntryOf<'event' | 'entry.corrected'>;

/** One line of the timeline with all that was ever written in its place. */
export type TimelineLine = Readonly<{
  /** Where it was first written: what a correction names. */
  place: Position;
  /** What holds: the body of `said`, at its time. null: struck out. */
  holds: EventBody | null;
  /** The entry that decides. */
  said: TimelineEntry;
  /** Everything in this place, oldest first. More than one: it was corrected. */
  history: readonly TimelineEntry[];
}>;

function isOfTimeline(entry: Entry): entry is TimelineEntry {
  return entry.kind === 'event' || entry.kind === 'entry.corrected';
}

export function bodyOf(entry: TimelineEntry): EventBody | null {
  return entry.kind === 'event' ? entry.body : entry.body.as;
}

function named(entry: TimelineEntry): Position | undefined {
  return entry.kind === 'event' ? undefined : entry.body;
}

/** The place that a correction is about, however long the way of corrections of corrections is. */
function placeOf(start: TimelineEntry, byPosition: ReadonlyMap<string, TimelineEntry>): Position {
  const seen = new Set<TimelineEntry>();
  let here: TimelineEntry | undefined = start;
  let place: Position = start;
  while (here !== undefined && !seen.has(here)) {
    seen.add(here);
    place = named(here) ?? here;
    here = here.kind === 'event' ? undefined : byPosition.get(positionOf(here.body));
  }
  return { ledger: place.ledger, n: place.n };
}

function lineOf(place: Position, history: readonly TimelineEntry[]): TimelineLine | null {
  const corrections = history.filter(({ kind }) => kind === 'entry.corrected');
  const said = standing(corrections, named).decides ?? history[0];
  return said === undefined ? null : { place, holds: bodyOf(said), said, history };
}

/**
 * The timeline of an issue, in the order in which things happened; what is struck out keeps its place. A correction of
 * which the event itself cannot be read (erased, or not imported) stands for it.
 */
export function timelineOf({ entries }: Readonly<{ entries: readonly Entry[] }>): TimelineLine[] {
  const all = entries.filter(isOfTimeline);
  const byPosition = new Map(all.map((entry) => [positionOf(entry), entry]));
  const places = new Map<string, { place: Position; history: TimelineEntry[] }>();
  for (const entry of all) {
    const place = placeOf(entry, byPosition);
    const key = positionOf(place);
    const known = places.get(key);
    if (known) known.history.push(entry);
    else places.set(key, { place, history: [entry] });
  }
  return [...places.values()]
    .flatMap(({ place, history }) => {
      const line = lineOf(place, history.toSorted(compareByWriting));
      return line === null ? [] : [line];
    })
    .toSorted((a, b) => compareByTime(orderOf(a), orderOf(b)));
}

/** The event first, then its corrections as they were written. */
function compareByWriting(a: TimelineEntry, b: TimelineEntry): number {
  if (a.kind !== b.kind) return a.kind === 'event' ? -1 : 1;
  return compareByTime({ ...a, at: a.recordedAt }, { ...b, at: b.recordedAt });
}

/** The time that holds; written when and where the line was first written, so that a corrected word moves nothing. */
function orderOf({ said, history, place }: TimelineLine) {
  return { at: said.at, recordedAt: history[0]?.recordedAt ?? said.recordedAt, ...place };
}

/** What the engine reads. */
export function eventsOf(lines: readonly TimelineLine[]): TimelineEvent[] {
  return lines.flatMap((line) => {
    const { holds, said } = line;
    if (holds === null) return [];
    const { recordedAt, ledger, n } = orderOf(line);
    const { event, automatic, until, to, byWhom } = holds;
    return [
      {
        event,
        at: msOf(said.at),
        recordedAt: msOf(recordedAt),
        ledger,
        n,
        ...(said.plusMinusMin === undefined ? {} : { plusMinusMs: said.plusMinusMin * MINUTE }),
        ...(automatic === undefined ? {} : { automatic }),
        ...(until === undefined ? {} : { until: msOf(until) }),
        ...(to === undefined ? {} : { to: to as Priority }), // as: the schema allows 1..5
        ...(byWhom === undefined ? {} : { byWhom }),
      },
    ];
  });
}

/** Of a timeline: what we told the provider, as it holds. */
export function reportsIn(lines: readonly TimelineLine[]) {
  return lines.flatMap(({ holds, said }) =>
    holds?.event === 'reported'
      ? [
          {
            at: said.at,
            channel: holds.channel ?? null,
            ticket: holds.ticket ?? null,
            text: holds.text ?? '',
          },
        ]
      : [],
  );
}

/** The provider's numbers for it, each once, in the order in which they came up. */
export function ticketsIn(lines: readonly TimelineLine[]): string[] {
  return [...new Set(lines.flatMap(({ holds }) => (holds?.ticket === undefined ? [] : [holds.ticket])))];
}
