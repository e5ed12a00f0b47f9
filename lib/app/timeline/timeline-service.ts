import type { EventBody } from '../../domain/issue/bodies.ts';
import type { IssueId, Position } from '../../domain/ledger/primitives.ts';
import type { EditResult } from '../log/edits.ts';

/** A line as it is typed. */
export type NewLine = Omit<EventBody, 'until'> &
  Readonly<{
    at: Date;
    /** It happened so many minutes before or after `at`. */
    plusMinusMin?: number;
    until?: Date;
  }>;

/** Changes to the timeline of an issue; each is one entry, and each can be taken back by another one. */
export type TimelineService = Readonly<{
  add(issueId: IssueId, line: NewLine): Promise<EditResult>;
  /** `place` names the line, or any correction of it. null strikes it out. */
  correct(issueId: IssueId, place: Position, line: NewLine | null): Promise<EditResult>;
  /** null: the address decides again. */
  assign(issueId: IssueId, systemId: string | null): Promise<EditResult>;
}>;
