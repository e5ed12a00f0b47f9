import type { Issue } from '../issue/issue.ts';
import type { Priority } from '../issue/priority.ts';
import { eventsOf } from '../issue/timeline-of.ts';
import type { Addressed } from '../issue/system-of-issue.ts';
import { MINUTE, msOf, type Ms } from '../time/instant.ts';
import { timelineUntil, type Moment, type TimelineEvent } from './timeline.ts';

/** When it was seen, and by whom. */
export type SourceSighting = readonly [at: Ms, reporterId: string | null];

/**
 * All that an issue's entries give to its account: plain and small, so that accounts can be made anew from a changed
 * directory or for a later time without reading the log.
 */
export type AccountSource = Readonly<{
  addressed: Addressed;
  occurred: Moment | null;
  sightings: readonly SourceSighting[];
  /** In order. */
  events: readonly TimelineEvent[];
  /** Ours, from impact and urgency. */
  priority: Priority | null;
  /** A picture, a file, or something found on the page. */
  evidence: boolean;
}>;

function occurredAt({ occurrences }: Pick<Issue, 'occurrences'>): Moment | null {
  const [first] = occurrences;
  if (first === undefined) return null;
  const at = msOf(first.at);
  const around = (first.plusMinusMin ?? 0) * MINUTE;
  return { at, earliest: at - around, latest: at + around };
}

/** The order once it is made: equal times stay as they are by their numbers alone. */
function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  return timelineUntil(events, Infinity).map(({ recordedAt: _at, ledger: _ledger, ...event }, n) => ({
    ...event,
    n,
  }));
}

export function accountSource(issue: Issue): AccountSource {
  const { assigned, url, host, occurrences, timeline, priority, pictures, files, chips } = issue;
  return {
    addressed: {
      systemId: assigned?.systemId ?? null,
      url,
      host,
      name: occurrences[0]?.body.systemName ?? null,
    },
    occurred: occurredAt(issue),
    sightings: occurrences.map(({ at, by }) => [msOf(at), by.reporterId ?? null]),
    events: inOrder(eventsOf(timeline)),
    priority,
    evidence: pictures.length + files.length + chips.length > 0,
  };
}
