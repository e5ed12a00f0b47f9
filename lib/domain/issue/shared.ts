import type { Entry } from '../ledger/entry.ts';
import type { EventBody } from './bodies.ts';
import { positionOf } from './entry-order.ts';
import type { Issue } from './issue.ts';
import { bodyOf, reportsIn, type TimelineLine } from './timeline-of.ts';

declare const shared: unique symbol;

/** An issue that may leave the machine: nothing marked `internal` is in it. Only `sharedIssue` makes one. */
export type SharedIssue = Issue & { readonly [shared]: true };

/** A line of the timeline that may leave the machine: only `sharedTimeline` makes one. */
export type SharedLine = Omit<TimelineLine, 'holds' | 'history'> &
  Readonly<{ holds: EventBody & { visibility: 'shared' } }>;

export type Note = Readonly<{ at: string; text: string; visibility: 'shared' | 'internal' }>;

/** What holds counts: once a line is made internal, its earlier wording is internal as well. */
function isShared({ holds, history }: TimelineLine): boolean {
  const last = holds ?? history.map(bodyOf).findLast((body) => body !== null);
  return last?.visibility === 'shared';
}

function isInternal(entry: Entry): boolean {
  const isTimeline = entry.kind === 'event' || entry.kind === 'entry.corrected';
  return isTimeline && bodyOf(entry)?.visibility === 'internal';
}

/** The entries without those that say something internal, and without all that stands in the place of one. */
export function sharedEntries({ entries, timeline }: Pick<Issue, 'entries' | 'timeline'>): Entry[] {
  const hidden = new Set(
    timeline.filter((line) => !isShared(line)).flatMap(({ history }) => history.map(positionOf)),
  );
  return entries.filter((entry) => !hidden.has(positionOf(entry)) && !isInternal(entry));
}

/** Lines that hold and are not internal, as they hold. */
export function sharedTimeline({ timeline }: Pick<Issue, 'timeline'>): SharedLine[] {
  return timeline.flatMap(({ place, holds, said }) =>
    holds?.visibility === 'shared' ? [{ place, said, holds: { ...holds, visibility: 'shared' } }] : [],
  );
}

/** Takes out what is internal: notes and events, from the lists and from the history. */
export function sharedIssue(issue: Issue): SharedIssue {
  const timeline = issue.timeline
    .filter((line) => line.holds?.visibility === 'shared')
    .map((line) => ({ ...line, history: line.history.filter((entry) => !isInternal(entry)) }));
  const entries = sharedEntries(issue);
  const reduced: Issue = { ...issue, entries, timeline, reported: reportsIn(timeline) };
  return reduced as SharedIssue; // as: the brand exists in the type only
}

/** Notes in the order of the timeline, with their visibility. */
export function notesOf({ timeline }: Issue): Note[] {
  return timeline.flatMap(({ said, holds }) =>
    holds?.event === 'note' ? [{ at: said.at, text: holds.text ?? '', visibility: holds.visibility }] : [],
  );
}
