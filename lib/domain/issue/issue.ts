import type { Entry, EntryOf } from '../ledger/entry.ts';
import type { Instant, IssueId, LedgerId } from '../ledger/primitives.ts';
import type { IssueFile, IssuePicture } from './issue-evidence.ts';
import type { TimelineLine } from './timeline-of.ts';
import type { AbsorbedIssue } from './absorbed.ts';
import type { Chip } from '../evidence/page-evidence.ts';

/** An issue as its entries say; nothing here is stored as truth. Made by `foldIssue`. */
export type Issue = Readonly<{
  id: IssueId;
  /** `K7-0042` */
  key: string;
  ledger: LedgerId;
  /** `at` of the first occurrence. */
  firstAt: Instant;
  lastAt: Instant;
  /** Latest recordedAt of any of its entries. */
  changedAt: Instant;
  occurrences: readonly EntryOf<'occurrence.captured'>[];
  /** Given by hand, else the first line of the description, else the page title, else the host. */
  title: string;
  description: string;
  impact: 1 | 2 | 3 | null;
  urgency: 1 | 2 | 3 | null;
  /** impact + urgency − 1, once both are known. */
  priority: 1 | 2 | 3 | 4 | 5 | null;
  labels: readonly string[];
  host: string | null;
  url: string | null;
  trashed: boolean;
  /** No description, impact or urgency yet. */
  needsDetails: boolean;
  /** What happened, in order; corrected lines as they hold, with what they said before. */
  timeline: readonly TimelineLine[];
  /** Of the timeline: what we told the provider. */
  reported: readonly Readonly<{ at: Instant; channel: string | null; ticket: string | null; text: string }>[];
  /** What was said by hand about its system; null, or an id of null: the address decides. */
  assigned: Readonly<{ systemId: string | null }> | null;
  /** Chips of all occurrences without those taken off. */
  chips: readonly Chip[];
  /** Of all occurrences and added later, in the order they were taken; without those taken off. */
  pictures: readonly IssuePicture[];
  files: readonly IssueFile[];
  /** Issues that became part of this one; everything above is theirs too. */
  absorbed: readonly AbsorbedIssue[];
  /** Every readable entry of the issue in fold order: its history. */
  entries: readonly Entry[];
  /** Entries whose body was erased. */
  erasedCount: number;
}>;
