import { exactly, timelineUntil } from '../../../domain/accountability/timeline.ts';
import type { TimelineEvent } from '../../../domain/accountability/timeline.ts';
import { follow } from '../../../domain/accountability/custody.ts';
import { statusOf } from '../../../domain/accountability/status.ts';
import type { Status } from '../../../domain/accountability/status.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Priority } from '../../../domain/issue/priority.ts';
import { cutAt } from '../../../domain/text/cut.ts';
import { issueOutline } from '../../model/outline.ts';
import type { SharedEvent, SharedIssue } from '../../model/shared-issue.ts';
import type { ReportWords } from '../../model/words.ts';
import { attachmentsOf } from './attachments.ts';
import type { Attachment } from './attachments.ts';
import { blocksOf } from './blocks.ts';
import type { Block } from './blocks.ts';

/** One line of the timeline, as a comment. */
export type Comment = Readonly<{ at: string; side: string; heading: string; text: string }>;

/** An issue as any ticket tool understands it: visible plain text, nothing of it is markup. */
export type Ticket = Readonly<{
  /** The id of the issue: the same in every export, so that a second one is recognised. */
  id: string;
  key: string;
  /** `[K7-0042] Title` on one line. */
  title: string;
  blocks: readonly Block[];
  comments: readonly Comment[];
  attachments: readonly Attachment[];
  status: Status;
  /** When the provider said that it is solved; null where it is not. */
  resolvedAt: string | null;
  firstAt: string;
  changedAt: string;
  impact: number | null;
  urgency: number | null;
  priority: Priority | null;
  labels: readonly string[];
}>;

function timelineOf(issue: SharedIssue): TimelineEvent[] {
  return issue.events.map(({ event, at, recordedAt, plusMinusMin, automatic, until, entry }) => ({
    event,
    at: Date.parse(at),
    recordedAt: Date.parse(recordedAt),
    ledger: entry.ledger,
    n: entry.n,
    ...(plusMinusMin === undefined ? {} : { plusMinusMs: plusMinusMin * 60_000 }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(until === undefined ? {} : { until: Date.parse(until) }),
  }));
}

/** Where the issue stands by what is shared of it. @param asOf epoch ms */
function statusOfShared(issue: SharedIssue, asOf: number): Status {
  const events = timelineUntil(timelineOf(issue), asOf);
  return statusOf(events, follow(events, exactly(Date.parse(issue.firstAt)), asOf));
}

const RESOLVED = new Set<Status>(['resolved', 'verified']);
const SOLVES = new Set<SharedEvent['event']>(['resolved', 'closed_by_provider']);

function resolvedAt(issue: SharedIssue, status: Status): string | null {
  if (!RESOLVED.has(status)) return null;
  const said = issue.events.findLast(({ event }) => SOLVES.has(event));
  // Where only our own check is known, it is the latest that it can have been.
  return (said ?? issue.events.findLast(({ event }) => event === 'verified'))?.at ?? null;
}

const oneLine = (text: string): string => visibleText(text).replaceAll(/\s+/gu, ' ').trim();

/** @param exportedAt when the export is made: tickets say where things stood then */
export function ticketOf(issue: SharedIssue, words: ReportWords, exportedAt: string): Ticket {
  const outline = issueOutline(issue, words);
  const status = statusOfShared(issue, Date.parse(exportedAt));
  return {
    id: issue.id,
    key: issue.key,
    title: `[${issue.key}] ${oneLine(issue.title)}`,
    blocks: blocksOf(issue, outline, words),
    comments: issue.events.map((event, index) => ({
      at: event.at,
      side: words.side[event.side],
      heading: oneLine(outline.events[index]?.heading ?? ''),
      text: outline.events[index]?.text ?? '',
    })),
    attachments: attachmentsOf(issue),
    status,
    resolvedAt: resolvedAt(issue, status),
    firstAt: issue.firstAt,
    changedAt: issue.changedAt,
    impact: issue.impact,
    urgency: issue.urgency,
    priority: issue.priority as Priority | null, // as: 1..5 by schema
    labels: issue.labels ?? [],
  };
}

/** At most `limit` UTF-16 units, whole lines where that is possible; a text that was longer says so and where the rest is. */
export function fitted(text: string, limit: number, note: string): string {
  if (text.length <= limit) return text;
  const cut = cutAt(text, Math.max(0, limit - note.length - 3));
  const line = cut.lastIndexOf('\n');
  return `${line > cut.length / 2 ? cut.slice(0, line + 1) : cut}…\n\n${note}`;
}

/** A title that was longer ends with an ellipsis. */
export function fittedTitle(text: string, limit: number): string {
  return text.length <= limit ? text : `${cutAt(text, limit - 1)}…`;
}
